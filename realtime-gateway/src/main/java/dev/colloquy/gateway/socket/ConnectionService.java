package dev.colloquy.gateway.socket;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.EndedInterviews;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What is known of connections beyond their life. */
@ApplicationScoped
class ConnectionService {

    private final TenantRows tenantRows;
    private final EndedInterviews ended;
    private final MeterRegistry meters;

    ConnectionService(TenantRows tenantRows, EndedInterviews ended, MeterRegistry meters) {
        this.tenantRows = tenantRows;
        this.ended = ended;
        this.meters = meters;
    }

    @WithTransaction
    Uni<Void> closed(Connection connection) {
        meters.counter("colloquy.sockets.closed", "reason", connection.reason).increment();
        return tenantRows
                .of(new TenantId(connection.tenant))
                .chain(Panache::getSession)
                .chain(session -> session.persist(connection));
    }

    /** Whether an interview ended before its socket was open, so that the news went past it. */
    @WithTransaction
    Uni<Boolean> cameTooLate(InterviewId interview) {
        return ended.contains(interview);
    }
}
