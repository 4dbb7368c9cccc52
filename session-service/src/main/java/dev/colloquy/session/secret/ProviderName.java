package dev.colloquy.session.secret;

import dev.colloquy.events.Provider;
import java.util.Arrays;
import java.util.Locale;

/** A provider as paths name it, such as {@code livekit}. */
public record ProviderName(String value) {

    /** @throws ProviderKeyNotFound when there is no such provider */
    Provider provider() {
        return Arrays.stream(Provider.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(ProviderKeyNotFound::new);
    }
}
