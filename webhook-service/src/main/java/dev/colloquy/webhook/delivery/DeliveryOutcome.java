package dev.colloquy.webhook.delivery;

import java.util.Locale;

/** What is counted of deliveries: how one came in, and what became of it each time it was processed. */
public enum DeliveryOutcome {
    ACCEPTED,
    /** Sent before, byte for byte. */
    DUPLICATE,
    CONFLICT,
    PUBLISHED,
    IGNORED,
    DEAD,
    REPLAYED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
