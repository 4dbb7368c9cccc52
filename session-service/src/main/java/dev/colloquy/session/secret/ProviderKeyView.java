package dev.colloquy.session.secret;

import dev.colloquy.events.Provider;
import java.time.Instant;
import java.util.List;

/** That a tenant has a key with a provider; the fingerprint tells whether it is the one people think it is. */
record ProviderKeyView(Provider provider, String fingerprint, Instant updatedAt) {

    record All(List<ProviderKeyView> items) {}

    static ProviderKeyView of(ProviderKey key) {
        return new ProviderKeyView(key.provider, key.fingerprint, key.updatedAt);
    }
}
