package dev.colloquy.booking.position;

import dev.colloquy.booking.installation.InstallationConfig;
import dev.colloquy.booking.room.LiveKitConfig;
import dev.colloquy.events.Provider;
import jakarta.enterprise.context.ApplicationScoped;

/** Who carries the media when the position does not say. */
@ApplicationScoped
public class DefaultProvider {

    private final Provider provider;

    DefaultProvider(InstallationConfig installation, LiveKitConfig liveKit) {
        this.provider =
                installation.defaultProvider().orElse(liveKit.url().isPresent() ? Provider.LIVEKIT : Provider.OPENAI);
    }

    public Provider get() {
        return provider;
    }
}
