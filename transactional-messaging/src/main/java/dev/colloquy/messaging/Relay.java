package dev.colloquy.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, in order. One relay of all replicas works at a time: it holds an advisory lock for
 * as long as it reads, sends and marks a batch. A crash between the broker's acknowledgement and the mark publishes
 * the batch again; inboxes swallow that.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('outbox_message'))";
    private static final String READ = """
            select seq, event_id, topic, key, payload, traceparent from outbox_message
            where published_at is null and dead_reason is null and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by seq limit $1""";
    private static final String MARK = "update outbox_message set published_at = now() where seq = any($1)";
    private static final String BURY = "update outbox_message set dead_reason = $2 where seq = $1";

    private final Pool pool;
    private final Signals signals;
    private final Broker broker;
    private final MessagingConfig config;
    private final Drain drain;

    Relay(Pool pool, Signals signals, Broker broker, MessagingConfig config) {
        this.pool = pool;
        this.signals = signals;
        this.broker = broker;
        this.config = config;
        this.drain = new Drain(this::relayBatch);
    }

    void start(@Observes StartupEvent event) {
        signals.onSignal(drain::request);
    }

    void stop(@Observes ShutdownEvent event) {
        drain.stop();
    }

    /** Whether there may be more to relay at once. */
    private Future<Boolean> relayBatch() {
        return pool.withTransaction(connection -> connection
                        .query(TRY_LOCK)
                        .execute()
                        .compose(rows -> rows.iterator().next().getBoolean(0)
                                ? readSendMark(connection)
                                : Future.succeededFuture(false)))
                .timeout(config.deliveryTimeout().multipliedBy(4).toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(e -> LOG.warnf("Outbox not relayed, will try again: %s", e.getMessage()));
    }

    private Future<Boolean> readSendMark(SqlConnection connection) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(config.batchSize()))
                .map(Relay::messages)
                .compose(batch -> batch.isEmpty()
                        ? Future.succeededFuture(false)
                        : broker.send(batch).compose(receipts -> mark(connection, receipts)));
    }

    private static List<OutboxMessage> messages(Iterable<Row> rows) {
        var messages = new ArrayList<OutboxMessage>();
        rows.forEach(row -> messages.add(OutboxMessage.of(row)));
        return messages;
    }

    private Future<Boolean> mark(SqlConnection connection, List<Receipt> receipts) {
        var published = receipts.stream()
                .filter(receipt -> receipt.outcome() == Receipt.Outcome.PUBLISHED)
                .map(Receipt::seq)
                .toArray(Long[]::new);
        Future<?> marked = connection.preparedQuery(MARK).execute(Tuple.of(published));
        for (var receipt : receipts) {
            switch (receipt.outcome()) {
                case PUBLISHED -> {}
                case UNKNOWN -> LOG.warnf("Outbox message %d not published yet: %s", receipt.seq(), receipt.reason());
                case REFUSED -> marked = marked.compose(_ -> bury(connection, receipt));
            }
        }
        return marked.map(published.length == config.batchSize());
    }

    private static Future<?> bury(SqlConnection connection, Receipt receipt) {
        LOG.errorf("Outbox message %d is dead: %s", receipt.seq(), receipt.reason());
        return connection.preparedQuery(BURY).execute(Tuple.of(receipt.seq(), receipt.reason()));
    }
}
