package dev.colloquy.webhook.conversation;

import dev.colloquy.events.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A key with ElevenLabs. Is never printed.
 *
 * @param tenant whose it is; null for the installation's
 */
record AccountKey(String value, @Nullable TenantId tenant) {

    @Override
    public String toString() {
        return "AccountKey[…]";
    }
}
