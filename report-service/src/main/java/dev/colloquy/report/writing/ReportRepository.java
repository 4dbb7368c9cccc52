package dev.colloquy.report.writing;

import dev.colloquy.events.InterviewFinalised;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reports of the tenant the transaction is bound to, and the way from an interview to its tenant. */
@ApplicationScoped
public class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    private static final String INSERT = """
            insert into report (tenant, interview_id, final_version, transcript_hash, state, mode)
            values (?1, ?2, ?3, ?4, 'REQUESTED', 'ai')
            on conflict (interview_id, final_version) do nothing
            returning id""";
    private static final String INSERT_ROUTE = """
            insert into report_route (interview_id, tenant) values (?1, ?2) on conflict (interview_id) do nothing""";
    private static final String ROUTE = "select tenant from report_route where interview_id = ?1";

    /** The new report's id, or null when this version has one. */
    Uni<UUID> insertOnce(InterviewFinalised event) {
        return getSession()
                .chain(session -> session.createNativeQuery(INSERT, UUID.class)
                        .setParameter(1, event.tenant().value())
                        .setParameter(2, event.interviewId().value())
                        .setParameter(3, event.finalVersion())
                        .setParameter(4, event.transcriptHash())
                        .getSingleResultOrNull());
    }

    Uni<Void> insertRoute(InterviewFinalised event) {
        return getSession()
                .chain(session -> session.createNativeQuery(INSERT_ROUTE)
                        .setParameter(1, event.interviewId().value())
                        .setParameter(2, event.tenant().value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whose interview it is, null when nothing was ever reported of it. */
    public Uni<TenantId> findTenant(UUID interviewId) {
        return getSession()
                .chain(session -> session.createNativeQuery(ROUTE, String.class)
                        .setParameter(1, interviewId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(TenantId::new);
    }
}
