package dev.colloquy.webhook.recording;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.InterviewId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What has been told of recordings. */
@ApplicationScoped
class RecordingRepository {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)";
    private static final String INSERT = """
            insert into recording (interview_id, egress_id, status, source)
            select ?1, nullif(?2, ''), ?3, ?4
            where ?2 <> '' or not exists (select from recording where interview_id = ?1)
            on conflict (interview_id, egress_id) do nothing""";
    private static final String IS_KEPT = """
            select exists (
                select from recording where interview_id = ?1 and status in ('COMPLETE', 'LIMIT_REACHED'))""";

    /** Until the transaction ends nobody else tells of this interview's recordings. */
    Uni<Void> lock(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter(1, interview.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Whether that is new. */
    Uni<Boolean> insertOnce(EgressEnded ended) {
        var egressId = ended.egressId();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, ended.interviewId().value())
                        .setParameter(2, egressId == null ? "" : egressId)
                        .setParameter(3, ended.status().name())
                        .setParameter(4, ended.source().name())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Boolean> isKept(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_KEPT, Boolean.class)
                        .setParameter(1, interview.value())
                        .getSingleResult());
    }
}
