package dev.colloquy.gateway.seat;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.journal.JournalEntry;
import dev.colloquy.gateway.ticket.Ticket;
import dev.colloquy.gateway.transcript.TurnBuffer;
import dev.colloquy.gateway.wire.Wire;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open socket: whose it is, what it may still say, and how it comes to its end. */
public final class Seat {

    private static final long PATIENCE_MS = 1000;

    private final UUID id = UUID.randomUUID();
    private final WebSocketConnection connection;
    private final Wire wire;
    private final Ticket ticket;
    private final ReadingPosition reading;
    private final TurnBuffer turns = new TurnBuffer();
    private final Instant openedAt;
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean calling = new AtomicBoolean();
    private final AtomicBoolean media = new AtomicBoolean();
    private final AtomicReference<@Nullable Farewell> farewell = new AtomicReference<>();

    public Seat(WebSocketConnection connection, Wire wire, Ticket ticket, long lastSeen, Instant openedAt) {
        this.connection = connection;
        this.wire = wire;
        this.ticket = ticket;
        this.reading = new ReadingPosition(lastSeen);
        this.openedAt = openedAt;
        wire.onBreach(code -> closeNow(Farewell.ofBreach(code)));
    }

    /** The connection's id in events and rows. */
    UUID id() {
        return id;
    }

    Ticket ticket() {
        return ticket;
    }

    public InterviewId interview() {
        return ticket.interview();
    }

    boolean isOlderThan(Instant usedAt) {
        return ticket.usedAt().isBefore(usedAt);
    }

    public TenantId tenant() {
        return ticket.tenant();
    }

    /** Whether the socket is on its way out: what it still says counts for nothing. */
    public boolean isLeaving() {
        return farewell.get() != null;
    }

    public void countMessage() {
        received.incrementAndGet();
    }

    Wire wire() {
        return wire;
    }

    ReadingPosition reading() {
        return reading;
    }

    /** The turns its client has told and that are not stored yet. */
    public TurnBuffer turns() {
        return turns;
    }

    /** Reserves the one call that may be in the making at a time. */
    public boolean beginCall() {
        return calling.compareAndSet(false, true);
    }

    public void finishCall() {
        calling.set(false);
    }

    /** Notes that the client has what media need; false when that was known, or nobody is left to have it. */
    boolean beginMedia() {
        return !isLeaving() && !connection.isClosed() && media.compareAndSet(false, true);
    }

    /** Whether a socket that is closed leaves the candidate away. */
    boolean isLost() {
        var reason = farewell.get();
        return reason == null || reason.isLoss();
    }

    public Uni<Void> send(ServerMessage message) {
        if (connection.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        sent.incrementAndGet();
        return wire.write(() -> connection.sendText(message));
    }

    /** Says an entry of the journal, unless it was said before. */
    Uni<Void> tell(JournalEntry entry) {
        if (connection.isClosed() || entry.eventId() <= reading.eventId()) {
            return Uni.createFrom().voidItem();
        }
        sent.incrementAndGet();
        return wire.write(() -> connection.sendText(entry.message().toString()))
                .invoke(() -> reading.advance(entry.eventId()));
    }

    Uni<Void> ping() {
        return wire.ping(() -> connection.sendPing(Buffer.buffer()));
    }

    /** Ends the connection without a word, as none would arrive. */
    void cut(Farewell reason) {
        farewell.compareAndSet(null, reason);
        wire.cut();
    }

    private void closeNow(Farewell reason) {
        var _ = close(reason).subscribe().with(_ -> {}, _ -> wire.cut());
    }

    /** Says the last words and closes. The first farewell stands; a socket that is gone meanwhile is fine. */
    public Uni<Void> close(Farewell reason, ServerMessage... lastWords) {
        if (!farewell.compareAndSet(null, reason) || connection.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        var words = Arrays.stream(lastWords)
                .map(this::send)
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
        if (reason.isRebuke()) {
            wire.cutAfter(PATIENCE_MS);
        }
        return words.chain(() -> connection.close(reason.closeReason()))
                .onFailure()
                .recoverWithNull();
    }

    /** The row that remains of a socket that is closed. */
    Connection toRow(Instant closedAt) {
        var reason = farewell.get();
        var seen = connection.closeReason();
        var code = seen == null || (reason != null && reason.isCut()) ? Connection.NO_CODE : seen.getCode();
        return new Connection(
                id,
                ticket,
                openedAt,
                closedAt,
                new Connection.End(code, reason == null ? "client" : reason.reason(), received.get(), sent.get()));
    }
}
