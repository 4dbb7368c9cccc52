package dev.colloquy.gateway.seat;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.EndedInterviews;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What is known of connections beyond their life. */
@ApplicationScoped
public class ConnectionService {

    private final TenantRows tenantRows;
    private final EndedInterviews ended;
    private final MeterRegistry meters;
    private final Clock clock;

    ConnectionService(TenantRows tenantRows, EndedInterviews ended, MeterRegistry meters, Clock clock) {
        this.tenantRows = tenantRows;
        this.ended = ended;
        this.meters = meters;
        this.clock = clock;
    }

    /** Counts a closed socket and keeps what is worth knowing of it. */
    @WithTransaction
    public Uni<Void> closed(Seat seat) {
        var connection = seat.toRow(clock.instant());
        meters.counter("colloquy.sockets.closed", "reason", connection.reason).increment();
        return tenantRows
                .of(new TenantId(connection.tenant))
                .chain(Panache::getSession)
                .chain(session -> session.persist(connection));
    }

    /** Whether an interview ended before its socket was open, so that the news went past it. */
    @WithTransaction
    public Uni<Boolean> cameTooLate(InterviewId interview) {
        return ended.contains(interview);
    }
}
