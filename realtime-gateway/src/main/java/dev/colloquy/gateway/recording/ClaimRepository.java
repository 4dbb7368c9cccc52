package dev.colloquy.gateway.recording;

import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Who may start the recording of a room: one at a time, on all replicas. Time is the database's. */
@ApplicationScoped
class ClaimRepository {

    private static final String TAKE = """
            insert into recording_claim (interview_id, holder, held_until)
            values ($1, $2, now() + $3 * interval '1 second')
            on conflict (interview_id) do update set holder = excluded.holder, held_until = excluded.held_until
            where recording_claim.held_until < now()""";
    private static final String RELEASE = "delete from recording_claim where interview_id = $1 and holder = $2";

    private final Pool pool;

    ClaimRepository(Pool pool) {
        this.pool = pool;
    }

    /** Whether the holder has the claim now; it expires should he vanish. */
    Uni<Boolean> take(InterviewId interview, UUID holder, Duration lifetime) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(interview.value(), holder, lifetime.toMillis() / 1000.0))
                .map(result -> result.rowCount() == 1);
    }

    Uni<Void> release(InterviewId interview, UUID holder) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(interview.value(), holder))
                .replaceWithVoid();
    }
}
