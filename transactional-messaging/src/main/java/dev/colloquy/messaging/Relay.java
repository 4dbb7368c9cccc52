package dev.colloquy.messaging;

import dev.colloquy.messaging.Receipt.Outcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, in order. One relay of all replicas works at a time: it holds an advisory lock for
 * as long as it reads, sends and marks a batch. A crash between the broker's acknowledgement and the mark publishes
 * the batch again; inboxes swallow that.
 */
@ApplicationScoped
class Relay {

    /** What is signalled when there is a message. */
    static final String SUBJECT = "outbox_message";

    private static final Logger LOG = Logger.getLogger(Relay.class);
    /** Until a relay that found another one at work, or a message not settled, looks again. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /**
     * A relay that is paused with the lock in its hands loses both lock and connection after the given time. Nobody waits
     * until the disk has the marks: a database that crashes in between has them published again.
     */
    static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(hashtext('outbox_message')),
                set_config('idle_in_transaction_session_timeout', $1, true),
                set_config('synchronous_commit', 'off', true)""";

    /** Settled: every transaction that began to write before the row's own has ended. */
    private static final String READ = """
            select seq, event_id, topic, key, payload, traceparent,
                xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from outbox_message
            where published_at is null and dead_reason is null and topic <> all($2)
            order by seq limit $1""";

    private static final String MARK = """
            update outbox_message set published_at = clock_timestamp()
            where seq = any($1) and published_at is null
            returning extract(epoch from published_at - created_at)::float8 as seconds""";
    private static final String BURY = """
            update outbox_message set dead_reason = left($2, 2000), dead_at = clock_timestamp() where seq = $1""";

    private final Vertx vertx;
    private final Pool pool;
    private final Signals signals;
    private final Broker broker;
    private final MessagingConfig config;
    private final MessagingMetrics metrics;
    private final Drain drain;
    /** Topics that did not take a message a moment ago; the others go on. */
    private final Set<String> resting = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean lookingAgain = new AtomicBoolean();

    Relay(Vertx vertx, Pool pool, Signals signals, Broker broker, MessagingConfig config, MessagingMetrics metrics) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.pool = pool;
        this.signals = signals;
        this.broker = broker;
        this.config = config;
        this.drain = new Drain(this::relayBatch);
    }

    void start(@Observes StartupEvent event) {
        signals.onSignal(SUBJECT, drain::request);
    }

    void stop(@Observes ShutdownEvent event) {
        drain.stop();
    }

    /** Whether there may be more to relay at once. */
    private Future<Boolean> relayBatch() {
        var limit = config.deliveryTimeout().multipliedBy(4).toMillis();
        return pool.withTransaction(connection -> connection
                        .preparedQuery(TRY_LOCK)
                        .execute(Tuple.of(String.valueOf(limit)))
                        .compose(rows -> rows.iterator().next().getBoolean(0) ? readSendMark(connection) : lookAgain()))
                .timeout(limit, TimeUnit.MILLISECONDS)
                .onFailure(e -> LOG.warnf("Outbox not relayed, will try again: %s", e.getMessage()));
    }

    private Future<Boolean> readSendMark(SqlConnection connection) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(config.batchSize(), (Object) resting.toArray(String[]::new)))
                .compose(rows -> sendMark(connection, rows));
    }

    private Future<Boolean> sendMark(SqlConnection connection, RowSet<Row> rows) {
        var batch = settled(rows);
        if (batch.isEmpty()) {
            return rows.size() == 0 ? Future.succeededFuture(false) : lookAgain();
        }
        return broker.send(batch)
                .compose(receipts -> mark(connection, receipts))
                .map(rows.size() == config.batchSize() || batch.size() < rows.size());
    }

    /** Up to the first that is not settled: what follows may be younger, even where its transaction is older. */
    private static List<OutboxMessage> settled(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .takeWhile(row -> row.getBoolean("settled"))
                .map(OutboxMessage::of)
                .toList();
    }

    /** What this replica was told of may have come too late for the relay at work, or be held back by a transaction. */
    private Future<Boolean> lookAgain() {
        if (lookingAgain.compareAndSet(false, true)) {
            vertx.setTimer(MOMENT.toMillis(), _ -> {
                lookingAgain.set(false);
                drain.request();
            });
        }
        return Future.succeededFuture(false);
    }

    private Future<?> mark(SqlConnection connection, List<Receipt> receipts) {
        var published = receipts.stream()
                .filter(receipt -> receipt.is(Outcome.PUBLISHED))
                .map(receipt -> receipt.message().seq())
                .toArray(Long[]::new);
        Future<?> marked = connection
                .preparedQuery(MARK)
                .execute(Tuple.of(published))
                .onSuccess(rows -> rows.forEach(row -> metrics.published(row.getDouble("seconds"))));
        for (var receipt : receipts) {
            switch (receipt.outcome()) {
                case PUBLISHED -> {}
                case UNKNOWN -> rest(receipt);
                case REFUSED -> marked = marked.compose(_ -> bury(connection, receipt));
            }
        }
        return marked;
    }

    private void rest(Receipt receipt) {
        var topic = receipt.message().topic();
        if (resting.add(topic)) {
            LOG.warnf("Topic %s takes no messages, they are kept and sent again: %s", topic, receipt.reason());
            vertx.setTimer(config.deliveryTimeout().dividedBy(5).toMillis(), _ -> {
                resting.remove(topic);
                drain.request();
            });
        }
    }

    private Future<?> bury(SqlConnection connection, Receipt receipt) {
        var message = receipt.message();
        LOG.errorf("Message %s for topic %s is dead: %s", message.eventId(), message.topic(), receipt.reason());
        metrics.refused(message.topic());
        return connection.preparedQuery(BURY).execute(Tuple.of(message.seq(), receipt.reason()));
    }
}
