package dev.colloquy.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners that there may be something to do: at once when the database notifies of their subject, and every poll
 * interval in any case, so that a lost notification costs a moment and never a message.
 */
@ApplicationScoped
class Signals {

    private static final Logger LOG = Logger.getLogger(Signals.class);

    private final Vertx vertx;
    private final Pool pool;
    private final MessagingConfig config;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable SqlConnection connection;
    private volatile boolean connecting;
    private volatile long timer;

    Signals(Vertx vertx, Pool pool, MessagingConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
    }

    /** The subject is the payload of the notification; each has one listener. */
    void onSignal(String subject, Runnable listener) {
        listeners.put(subject, listener);
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), _ -> tick());
        tick();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        listeners.clear();
        var open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void tick() {
        if (connection == null && !connecting) {
            listen();
        }
        listeners.values().forEach(Runnable::run);
    }

    private void signal(String subject) {
        var listener = listeners.get(subject);
        if (listener != null) {
            listener.run();
        }
    }

    private void listen() {
        connecting = true;
        pool.getConnection()
                .compose(this::subscribe)
                .onFailure(e -> LOG.debug("No notifications, polling", e))
                .onComplete(_ -> connecting = false);
    }

    private io.vertx.core.Future<?> subscribe(SqlConnection opened) {
        opened.closeHandler(_ -> connection = null);
        ((PgConnection) opened).notificationHandler(news -> signal(news.getPayload()));
        connection = opened;
        return opened.query("listen transactional_messaging").execute().onFailure(_ -> opened.close());
    }
}
