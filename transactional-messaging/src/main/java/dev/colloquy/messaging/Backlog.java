package dev.colloquy.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tells how much waits and how much has died, as gauges. Every replica reads the same tables: take the maximum. */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String WAITING = """
            select count(*) as messages,
                coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as oldest
            from outbox_message where published_at is null and dead_reason is null""";
    private static final String DUE = """
            select queue, count(*) as rows, extract(epoch from statement_timestamp() - min(due_at))::float8 as oldest
            from leased_work
            where state = 'waiting' and due_at <= statement_timestamp() group by queue""";
    private static final String DEAD = """
            select kind, subject, count(*) as rows from dead_message group by kind, subject""";

    private record Waiting(long messages, double oldestSeconds) {}

    private final Vertx vertx;
    private final Pool pool;
    private final MultiGauge due;
    private final MultiGauge oldest;
    private final MultiGauge dead;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Waiting waiting = new Waiting(0, 0);
    private volatile long timer;

    Backlog(Vertx vertx, Pool pool, MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        Gauge.builder("messaging.outbox.waiting", () -> waiting.messages()).register(registry);
        Gauge.builder("messaging.outbox.oldest", () -> waiting.oldestSeconds())
                .baseUnit("seconds")
                .register(registry);
        this.due = MultiGauge.builder("messaging.work.due").register(registry);
        this.oldest =
                MultiGauge.builder("messaging.work.oldest").baseUnit("seconds").register(registry);
        this.dead = MultiGauge.builder("messaging.dead").register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, INTERVAL.toMillis(), _ -> read());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void read() {
        if (reading.compareAndSet(false, true)) {
            query(WAITING)
                    .onSuccess(rows -> waiting = waiting(rows.iterator().next()))
                    .compose(_ -> query(DUE))
                    .onSuccess(this::showDue)
                    .compose(_ -> query(DEAD))
                    .onSuccess(rows -> dead.register(gauges(rows, "rows", "kind", "subject"), true))
                    .onFailure(e -> LOG.debugf("Backlog not read: %s", e.getMessage()))
                    .onComplete(_ -> reading.set(false));
        }
    }

    private void showDue(RowSet<Row> rows) {
        due.register(gauges(rows, "rows", "queue"), true);
        oldest.register(gauges(rows, "oldest", "queue"), true);
    }

    private Future<RowSet<Row>> query(String sql) {
        return pool.query(sql).execute();
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.getLong("messages"), row.getDouble("oldest"));
    }

    private static List<MultiGauge.Row<?>> gauges(RowSet<Row> rows, String value, String... labels) {
        var gauges = new ArrayList<MultiGauge.Row<?>>();
        for (var row : rows) {
            var tags = Arrays.stream(labels)
                    .map(label -> Tag.of(label, row.getString(label)))
                    .toList();
            gauges.add(MultiGauge.Row.of(Tags.of(tags), row.getDouble(value)));
        }
        return gauges;
    }
}
