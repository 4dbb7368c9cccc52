package dev.colloquy.session.secret;

import org.jspecify.annotations.Nullable;

/** What a service needs to call a provider on behalf of a tenant. Is never printed. */
record Credential(String key, @Nullable String secret) {

    @Override
    public String toString() {
        return "Credential[…]";
    }
}
