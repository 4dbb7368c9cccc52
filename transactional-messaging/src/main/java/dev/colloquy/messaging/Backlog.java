package dev.colloquy.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tells how much waits and how much has died, as gauges. Every replica reads the same tables: take the maximum. */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String OUTBOX = """
            select count(*) filter (where dead_reason is null) as waiting,
                coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where dead_reason is null)), 0)
                    ::float8 as oldest,
                count(*) filter (where dead_reason is not null) as dead
            from outbox_message where published_at is null""";
    private static final String WORK = """
            select queue, count(*) filter (where state = 'waiting' and due_at <= now()) as due,
                count(*) filter (where state = 'dead') as dead
            from leased_work where state <> 'done' group by queue""";

    private record Outbox(long waiting, double oldestSeconds, long dead) {}

    private final Vertx vertx;
    private final Pool pool;
    private final MultiGauge due;
    private final MultiGauge deadWork;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Outbox outbox = new Outbox(0, 0, 0);
    private volatile long timer;

    Backlog(Vertx vertx, Pool pool, MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        Gauge.builder("messaging.outbox.waiting", () -> outbox.waiting()).register(registry);
        Gauge.builder("messaging.outbox.oldest", () -> outbox.oldestSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("messaging.outbox.dead", () -> outbox.dead()).register(registry);
        due = MultiGauge.builder("messaging.work.due").register(registry);
        deadWork = MultiGauge.builder("messaging.work.dead").register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(0, INTERVAL.toMillis(), _ -> read());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void read() {
        if (reading.compareAndSet(false, true)) {
            pool.query(OUTBOX)
                    .execute()
                    .onSuccess(this::tellOutbox)
                    .compose(_ -> pool.query(WORK).execute())
                    .onSuccess(this::tellWork)
                    .onFailure(e -> LOG.debugf("Backlog not read: %s", e.getMessage()))
                    .onComplete(_ -> reading.set(false));
        }
    }

    private void tellOutbox(RowSet<io.vertx.sqlclient.Row> rows) {
        var row = rows.iterator().next();
        outbox = new Outbox(row.getLong("waiting"), row.getDouble("oldest"), row.getLong("dead"));
    }

    private void tellWork(RowSet<io.vertx.sqlclient.Row> rows) {
        due.register(byQueue(rows, "due"), true);
        deadWork.register(byQueue(rows, "dead"), true);
    }

    private static List<Row<?>> byQueue(RowSet<io.vertx.sqlclient.Row> rows, String column) {
        var gauges = new ArrayList<Row<?>>();
        rows.forEach(row -> gauges.add(Row.of(Tags.of("queue", row.getString("queue")), row.getLong(column))));
        return gauges;
    }
}
