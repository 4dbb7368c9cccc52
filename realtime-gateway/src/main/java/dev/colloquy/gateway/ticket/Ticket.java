package dev.colloquy.gateway.ticket;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that has been used: the interview it opens a socket for, the origin it was issued to, and when it was used
 * by the database's clock. Of two sockets the one with the later ticket stays.
 */
public record Ticket(
        InterviewId interview, TenantId tenant, @Nullable String origin, Instant usedAt) {}
