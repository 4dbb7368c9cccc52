package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.journal.Resumption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The subprotocols a client offers: ours, its ticket, and the last event it has seen if it comes back. */
record Handshake(List<String> offered) {

    private static final String PROTOCOL = "colloquy";
    private static final String TICKET = "ticket.";
    private static final String RESUME = "resume.";
    private static final long UNKNOWN = Long.MAX_VALUE;

    static Handshake of(List<String> headers) {
        return new Handshake(headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList());
    }

    Optional<String> ticket() {
        return offered.contains(PROTOCOL) ? find(TICKET) : Optional.empty();
    }

    /** An id that is none is one that nobody knows. */
    long lastSeen() {
        return find(RESUME)
                .map(id -> id.matches("\\d{1,18}") ? Long.parseLong(id) : UNKNOWN)
                .orElse(Resumption.NOTHING);
    }

    private Optional<String> find(String prefix) {
        return offered.stream()
                .filter(protocol -> protocol.startsWith(prefix))
                .map(protocol -> protocol.substring(prefix.length()))
                .findFirst();
    }
}
