package dev.colloquy.webhooks.load;

import java.util.Map;

/**
 * One webhook as it is sent, and what is to become of it.
 *
 * @param key provider and dedupe key of its delivery
 */
record Webhook(String path, Map<String, String> headers, String body, String key, Meaning meaning) {

    enum Meaning {
        /** Becomes an event. */
        TOLD,
        /** Is stored, and nobody wants to hear of it. */
        STORED,
        /** Is not to be believed. */
        FORGED
    }

    /** What identifies the row it becomes. */
    String row() {
        return key + " " + Hashes.hex(body);
    }

    Webhook as(Meaning other) {
        return new Webhook(path, headers, body, key, other);
    }

    Webhook withHeaders(Map<String, String> others) {
        return new Webhook(path, others, body, key, meaning);
    }

    Webhook withBody(String other) {
        return new Webhook(path, headers, other, key, meaning);
    }
}
