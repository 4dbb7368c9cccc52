package dev.colloquy.webhook.telling;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What has been told of recordings. */
@ApplicationScoped
class RecordingRepository {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtextextended(cast($1 as text), 0)) as text)";
    private static final String INSERT = """
            insert into recording (interview_id, egress_id, status, source)
            select $1, nullif($2, ''), $3, $4
            where $2 <> '' or not exists (select from recording where interview_id = $1)
            on conflict (interview_id, egress_id) do nothing""";
    private static final String IS_KEPT = """
            select exists (
                select from recording where interview_id = $1 and status in ('COMPLETE', 'LIMIT_REACHED'))""";

    /** Until the transaction ends nobody else tells of this interview's recordings. */
    Uni<Void> lock(InterviewId interview) {
        return Sql.value(LOCK, String.class, interview.toString()).replaceWithVoid();
    }

    /** Whether that is new. */
    Uni<Boolean> insertOnce(EgressEnded ended) {
        var egressId = ended.egressId();
        return Sql.update(
                        INSERT,
                        ended.interviewId().value(),
                        egressId == null ? "" : egressId,
                        ended.status().name(),
                        ended.source().name())
                .map(rows -> rows == 1);
    }

    Uni<Boolean> isKept(InterviewId interview) {
        return Sql.value(IS_KEPT, Boolean.class, interview.value());
    }
}
