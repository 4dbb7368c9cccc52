package dev.colloquy.webhook.signature;

import java.util.Locale;

/** Which of a provider's secrets signed: the previous one counts while a rotation is under way, none when we asked. */
public enum KeyAge {
    CURRENT,
    PREVIOUS,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
