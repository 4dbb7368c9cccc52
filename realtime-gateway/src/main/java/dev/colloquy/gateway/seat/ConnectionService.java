package dev.colloquy.gateway.seat;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.ConnectionEvent;
import dev.colloquy.events.ConnectionLost;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.MediaConnected;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.messaging.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of connections beyond their life, and what others are told of them. */
@ApplicationScoped
public class ConnectionService {

    private static final Set<Integer> USUAL = Stream.concat(
                    Arrays.stream(Farewell.values()).map(Farewell::code), Stream.of(1001, 1005, 1006))
            .collect(Collectors.toUnmodifiableSet());

    private final TenantRows tenantRows;
    private final EndedInterviews ended;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final JournalService journal;
    private final Clock clock;

    ConnectionService(
            TenantRows tenantRows,
            EndedInterviews ended,
            Outbox outbox,
            MeterRegistry meters,
            JournalService journal,
            Clock clock) {
        this.tenantRows = tenantRows;
        this.ended = ended;
        this.outbox = outbox;
        this.meters = meters;
        this.journal = journal;
        this.clock = clock;
    }

    /** Puts the answer to an offer where its client cannot miss it, and tells that media are connected. */
    @WithTransaction
    public Uni<Void> answered(Seat seat, String sdp) {
        return journal.add(seat.interview(), seat.tenant(), new ServerMessage.SdpAnswer(sdp))
                .chain(() -> mediaConnected(seat));
    }

    /** Tells, once for each connection, that the candidate speaks with the provider. */
    @WithTransaction
    public Uni<Void> mediaConnected(Seat seat) {
        return seat.beginMedia()
                ? publish(new MediaConnected(
                        UUID.randomUUID(),
                        clock.instant(),
                        seat.interview(),
                        seat.id().toString()))
                : Uni.createFrom().voidItem();
    }

    /** Counts a closed socket, keeps what is worth knowing of it, and tells of the loss if it is one. */
    @WithTransaction
    public Uni<Void> closed(Seat seat) {
        var connection = seat.toRow(clock.instant());
        meters.counter("colloquy.gateway.closures", "code", code(connection), "reason", connection.reason)
                .increment();
        return tenantRows
                .of(new TenantId(connection.tenant))
                .chain(Panache::getSession)
                .chain(session -> session.persist(connection))
                .chain(() -> seat.isLost()
                        ? publish(lost(connection))
                        : Uni.createFrom().voidItem());
    }

    /** Whether an interview ended before its socket was open, so that the news went past it. */
    @WithTransaction
    public Uni<Boolean> cameTooLate(InterviewId interview) {
        return ended.contains(interview);
    }

    /** A client may close with any of three thousand codes: those beyond the usual are one. */
    private static String code(Connection connection) {
        return USUAL.contains(connection.closeCode) ? String.valueOf(connection.closeCode) : "other";
    }

    private Uni<Void> publish(ConnectionEvent event) {
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }

    private static ConnectionLost lost(Connection connection) {
        return new ConnectionLost(
                UUID.randomUUID(),
                connection.closedAt,
                new InterviewId(connection.interviewId),
                connection.id.toString(),
                connection.closeCode);
    }
}
