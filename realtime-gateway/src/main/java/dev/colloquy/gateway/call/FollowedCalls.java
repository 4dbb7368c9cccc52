package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which replica follows which call, by leases that run by the database's clock. Whoever stops renewing his loses them, and
 * another replica goes on where he was.
 */
@ApplicationScoped
public class FollowedCalls {

    /** A replica takes over so many at once; it comes again soon. */
    private static final int BATCH = 100;

    private static final String ADD = """
            insert into followed_call (call_id, interview_id, tenant, follower, followed_until)
            values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 second')""";
    private static final String CLAIM = """
            update followed_call set follower = $1, followed_until = clock_timestamp() + $2 * interval '1 second'
            where call_id in (
                select call_id from followed_call where followed_until < statement_timestamp()
                order by followed_until limit $3 for update skip locked)
            returning call_id, interview_id, tenant""";
    private static final String RENEW = """
            update followed_call set followed_until = clock_timestamp() + $2 * interval '1 second'
            where follower = $1 and call_id = any($3) returning call_id""";
    private static final String RELEASE = """
            update followed_call set follower = null, followed_until = '-infinity' where follower = $1""";
    private static final String FORGET = "delete from followed_call where call_id = $1";
    private static final String ANY = "select exists (select from followed_call where interview_id = $1)";

    private final Pool pool;
    private final CallConfig config;
    private final UUID replica = UUID.randomUUID();

    FollowedCalls(Pool pool, CallConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Has this replica follow a call, in the caller's transaction. */
    Uni<Void> add(FollowedCall call) {
        return Sql.update(
                        ADD,
                        call.callId(),
                        call.interview().value(),
                        call.tenant().value(),
                        replica,
                        seconds())
                .replaceWithVoid();
    }

    /** Takes over calls that nobody follows any more. */
    public Uni<List<FollowedCall>> claim() {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(replica, seconds(), BATCH))
                .map(rows -> stream(rows)
                        .map(row -> new FollowedCall(
                                row.getString("call_id"),
                                new InterviewId(row.getUUID("interview_id")),
                                new TenantId(row.getString("tenant"))))
                        .toList());
    }

    /** Keeps calls; those that are not answered belong to somebody else, or are over. */
    public Uni<Set<String>> renew(Set<String> calls) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(replica, seconds(), calls.toArray(String[]::new)))
                .map(rows -> stream(rows).map(row -> row.getString("call_id")).collect(Collectors.toSet()));
    }

    /** Leaves all calls to the other replicas. */
    public Uni<Void> release() {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(replica)).replaceWithVoid();
    }

    /** In the caller's transaction. */
    Uni<Void> forget(String callId) {
        return Sql.update(FORGET, callId).replaceWithVoid();
    }

    /** Whether something may still be heard in a call of the interview. */
    public Uni<Boolean> any(InterviewId interview) {
        return pool.preparedQuery(ANY)
                .execute(Tuple.of(interview.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private double seconds() {
        return config.followLease().toMillis() / 1000.0;
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
