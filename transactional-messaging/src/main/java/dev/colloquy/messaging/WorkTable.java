package dev.colloquy.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The rows of leased work. Leases run by the database's clock; a worker settles only what it still holds. Nobody waits until
 * the disk has claims and settlements: a database that crashes in between hands the work out again.
 */
@ApplicationScoped
class WorkTable {

    private static final String WITHOUT_WAIT = "(select set_config('synchronous_commit', 'off', true)) = 'off'";

    /** What is due by the statement's time, which an index can look for: by the clock's it would look at all that waits. */
    private static final String CLAIM = """
            update leased_work
            set attempts = attempts + 1, tried_since = coalesce(tried_since, clock_timestamp()),
                lease_owner = $1, lease_until = clock_timestamp() + $4 * interval '1 second'
            where id in (
                select id from leased_work
                where queue = $2 and state = 'waiting' and due_at <= statement_timestamp()
                  and (lease_until is null or lease_until < statement_timestamp())
                order by due_at limit $3 for update skip locked)
              and %s
            returning id, key, payload::text as payload, attempts, old.lease_owner is not null as taken_over,
                clock_timestamp() - tried_since >= $5 * interval '1 second' as last""".formatted(WITHOUT_WAIT);

    private static final String DONE = """
            update leased_work as work
            set state = 'done', finished_at = now(), lease_owner = null, lease_until = null
            from unnest(cast($1 as uuid[]), cast($2 as integer[])) as job (id, attempt)
            where work.id = job.id and work.attempts = job.attempt and work.lease_owner = $3 and %s""".formatted(WITHOUT_WAIT);
    private static final String BURY = """
            update leased_work set state = 'dead', finished_at = now(), lease_owner = null, lease_until = null,
                last_error = left($4, 2000)
            where id = $1 and lease_owner = $2 and attempts = $3""";
    private static final String POSTPONE = """
            update leased_work
            set lease_owner = null, lease_until = null, last_error = left($4, 2000),
                due_at = clock_timestamp()
                    + least($5 * power(2, least(attempts, 20) - 1), 300) * (0.5 + random() / 2) * interval '1 second'
            where id = $1 and lease_owner = $2 and attempts = $3""";

    private final Pool pool;
    private final ObjectMapper json;
    private final MessagingConfig config;
    private final MessagingMetrics metrics;
    private final UUID owner = UUID.randomUUID();

    WorkTable(Pool pool, ObjectMapper json, MessagingConfig config, MessagingMetrics metrics) {
        this.metrics = metrics;
        this.pool = pool;
        this.json = json;
        this.config = config;
    }

    Future<List<Job>> claim(Worker worker, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(owner, worker.queue(), most, seconds(config.lease()), seconds(worker.patience())))
                .map(rows -> jobs(worker.queue(), rows));
    }

    Future<Void> done(List<Job> jobs) {
        var ids = jobs.stream().map(Job::id).toArray(UUID[]::new);
        var attempts = jobs.stream().map(Job::attempt).toArray(Integer[]::new);
        return pool.preparedQuery(DONE).execute(Tuple.of(ids, attempts, owner)).mapEmpty();
    }

    Future<Void> bury(Job job, String reason) {
        return pool.preparedQuery(BURY)
                .execute(Tuple.of(job.id(), owner, job.attempt(), reason))
                .mapEmpty();
    }

    Future<Void> postpone(Job job, String reason) {
        var backoff = seconds(config.backoff());
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(job.id(), owner, job.attempt(), reason, backoff))
                .mapEmpty();
    }

    private List<Job> jobs(String queue, Iterable<Row> rows) {
        var jobs = new ArrayList<Job>();
        for (var row : rows) {
            if (row.getBoolean("taken_over")) {
                metrics.takenOver(queue);
            }
            jobs.add(new Job(
                    row.getUUID("id"),
                    row.getString("key"),
                    parse(row.getString("payload")),
                    row.getInteger("attempts"),
                    row.getBoolean("last")));
        }
        return jobs;
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
