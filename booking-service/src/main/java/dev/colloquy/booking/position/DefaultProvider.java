package dev.colloquy.booking.position;

import dev.colloquy.events.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who carries the media when the position does not say. */
@ApplicationScoped
public class DefaultProvider {

    private final Provider provider;

    DefaultProvider(
            @ConfigProperty(name = "colloquy.default-provider") Optional<Provider> configured,
            @ConfigProperty(name = "colloquy.livekit.url") Optional<URI> livekit) {
        this.provider = configured.orElse(livekit.isPresent() ? Provider.LIVEKIT : Provider.OPENAI);
    }

    public Provider get() {
        return provider;
    }
}
