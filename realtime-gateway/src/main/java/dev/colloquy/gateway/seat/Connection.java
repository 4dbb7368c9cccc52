package dev.colloquy.gateway.seat;

import dev.colloquy.gateway.ticket.Ticket;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What remains of a socket: how long it was open, how busy it was, and how it came to its end. */
@Entity
class Connection {

    /** RFC 6455's code for a connection that broke without a close frame. */
    static final int NO_CODE = 1006;

    record End(int closeCode, String reason, int received, int sent) {}

    @Id
    UUID id;

    UUID interviewId;
    String tenant;
    Instant openedAt;
    Instant closedAt;
    int closeCode;
    String reason;
    int received;
    int sent;

    Connection() {}

    Connection(UUID id, Ticket ticket, Instant openedAt, Instant closedAt, End end) {
        this.id = id;
        this.interviewId = ticket.interview().value();
        this.tenant = ticket.tenant().value();
        this.openedAt = openedAt;
        this.closedAt = closedAt;
        this.closeCode = end.closeCode();
        this.reason = end.reason();
        this.received = end.received();
        this.sent = end.sent();
    }
}
