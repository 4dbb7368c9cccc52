package dev.colloquy.gateway.ticket;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets by their hash. Every operation is one statement, and time is the database's. */
@ApplicationScoped
class TicketRepository {

    private static final String INSERT = """
            insert into ticket (hash, interview_id, tenant, origin, expires_at)
            values ($1, $2, $3, $4, now() + $5 * interval '1 second')
            returning expires_at""";
    private static final String USE = """
            update ticket set used_at = now()
            where hash = $1 and used_at is null and expires_at > now()
            returning interview_id, tenant, origin, used_at""";
    private static final String TENANT = "select tenant from ticket where interview_id = $1 limit 1";
    private static final String REVOKE = """
            update ticket set expires_at = now() where interview_id = $1 and expires_at > now()""";
    private static final String FORGET = "delete from ticket where expires_at < now() - interval '1 day'";

    private final Pool pool;

    TicketRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Instant> insert(
            TicketSecret secret, InterviewId interview, TenantId tenant, @Nullable String origin, Duration lifetime) {
        var values = Tuple.tuple()
                .addString(secret.hash())
                .addUUID(interview.value())
                .addString(tenant.value())
                .addString(origin)
                .addDouble(lifetime.toMillis() / 1000.0);
        return pool.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> rows.iterator().next().getOffsetDateTime("expires_at"))
                .map(OffsetDateTime::toInstant);
    }

    /** Marks a ticket as used and answers it, unless it is unknown, expired or used already. */
    Uni<Optional<Ticket>> use(TicketSecret secret) {
        return pool.preparedQuery(USE)
                .execute(Tuple.of(secret.hash()))
                .map(TicketRepository::first)
                .map(row -> row.map(TicketRepository::ticket));
    }

    Uni<Optional<TenantId>> findTenant(InterviewId interview) {
        return pool.preparedQuery(TENANT)
                .execute(Tuple.of(interview.value()))
                .map(TicketRepository::first)
                .map(row -> row.map(found -> new TenantId(found.getString("tenant"))));
    }

    /** In the caller's transaction. */
    Uni<Void> revoke(InterviewId interview) {
        return Sql.update(REVOKE, interview.value()).replaceWithVoid();
    }

    Uni<Void> forgetOld() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    private static Ticket ticket(Row row) {
        return new Ticket(
                new InterviewId(row.getUUID("interview_id")),
                new TenantId(row.getString("tenant")),
                row.getString("origin"),
                row.getOffsetDateTime("used_at").toInstant());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        RowIterator<Row> iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
