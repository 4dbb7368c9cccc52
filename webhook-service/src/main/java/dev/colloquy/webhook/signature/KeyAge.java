package dev.colloquy.webhook.signature;

import java.util.Locale;

/** Which of a provider's secrets signed: the previous one counts while a rotation is under way. */
public enum KeyAge {
    CURRENT,
    PREVIOUS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
