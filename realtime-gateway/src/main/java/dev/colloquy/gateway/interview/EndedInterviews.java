package dev.colloquy.gateway.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Remembers which interviews are over, so that nothing new begins in one. */
@ApplicationScoped
public class EndedInterviews {

    private static final String ADD = """
            insert into ended_interview (interview_id, tenant, ended_at) values (?1, ?2, ?3) on conflict do nothing""";
    private static final String CONTAINS = """
            select exists (select from ended_interview where interview_id = ?1)""";
    private static final String TENANT = "select tenant from ended_interview where interview_id = ?1";
    private static final String AMONG = "select interview_id from ended_interview where interview_id = any($1)";

    private final Pool pool;

    EndedInterviews(Pool pool) {
        this.pool = pool;
    }

    /** In the caller's transaction. */
    public Uni<Void> add(InterviewId interview, TenantId tenant, Instant endedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, interview.value())
                        .setParameter(2, tenant.value())
                        .setParameter(3, endedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In the caller's transaction. */
    public Uni<Boolean> contains(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONTAINS, Boolean.class)
                        .setParameter(1, interview.value())
                        .getSingleResult());
    }

    /** The tenant of an interview if it is over, in the caller's transaction. */
    public Uni<Optional<TenantId>> findTenant(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TENANT, String.class)
                        .setParameter(1, interview.value())
                        .getSingleResultOrNull())
                .map(tenant -> Optional.ofNullable(tenant).map(TenantId::new));
    }

    /** Those of the interviews that are over, in a transaction of its own. */
    public Uni<List<InterviewId>> among(Collection<InterviewId> interviews) {
        var ids = interviews.stream().map(InterviewId::value).toArray(UUID[]::new);
        return pool.preparedQuery(AMONG)
                .execute(Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new InterviewId(row.getUUID("interview_id")))
                        .toList());
    }
}
