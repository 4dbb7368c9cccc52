package dev.colloquy.simulators.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose part a journal entry belongs to. */
public enum Provider {
    LIVEKIT,
    OPENAI,
    ELEVENLABS,
    CONTROL;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Provider> of(String wireName) {
        return Arrays.stream(values())
                .filter(provider -> provider.wireName().equals(wireName))
                .findFirst();
    }
}
