package dev.colloquy.messaging;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes what is published, received, done or settled and older than it must be kept, and the service's own rows whose
 * time is over. What is dead stays.
 */
@ApplicationScoped
class CleanUp {

    private static final Logger LOG = Logger.getLogger(CleanUp.class);
    private static final int BATCH = 1000;
    private static final List<String> STATEMENTS = List.of("""
            delete from outbox_message where seq in (
                select seq from outbox_message
                where published_at < now() - $1 * interval '1 second' limit $2 for update skip locked)""", """
            delete from inbox_message where (consumer, event_id) in (
                select consumer, event_id from inbox_message
                where received_at < now() - $1 * interval '1 second' limit $2 for update skip locked)""", """
            delete from leased_work where id in (
                select id from leased_work
                where state = 'done' and finished_at < now() - $1 * interval '1 second'
                limit $2 for update skip locked)""", """
            delete from dead_letter where id in (
                select id from dead_letter
                where settled_at < now() - $1 * interval '1 second' limit $2 for update skip locked)""");

    private final Vertx vertx;
    private final Pool pool;
    private final MessagingConfig config;
    private final List<Expiring> others;
    private final Drain drain;
    private long timer;

    CleanUp(Vertx vertx, Pool pool, MessagingConfig config, @All List<Expiring> others) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.others = others;
        this.drain = new Drain(this::removeBatch);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.cleanUpInterval().toMillis(), _ -> request());
    }

    void request() {
        drain.request();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        drain.stop();
    }

    /** Whether a full batch was found, so that there may be more. */
    private Future<Boolean> removeBatch() {
        var full = Future.succeededFuture(false);
        for (var statement : STATEMENTS) {
            full = full.compose(more -> remove(statement, config.keep()).map(removed -> more || removed == BATCH));
        }
        for (var expiring : others) {
            full = full.compose(
                    more -> remove(expiring.statement(), expiring.keep()).map(removed -> more || removed == BATCH));
        }
        return full.onFailure(e -> LOG.warnf("Old messages not removed, will try again: %s", e.getMessage()));
    }

    private Future<Integer> remove(String statement, Duration keep) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(keep.toSeconds(), BATCH))
                .map(rows -> rows.rowCount());
    }
}
