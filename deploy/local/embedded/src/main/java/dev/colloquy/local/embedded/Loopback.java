package dev.colloquy.local.embedded;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of this machine: nobody else is sent a code or may read a token. */
final class Loopback {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static URI require(String address) {
        if (!is(address)) {
            throw Refusal.invalidRequest("The redirect address is not on this machine");
        }
        return URI.create(address);
    }

    static boolean is(@Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && HOSTS.contains(uri.getHost())
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
