package dev.colloquy.session.live;

import dev.colloquy.events.InterviewId;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hears from the database which interviews have changed, on a connection of its own. */
@ApplicationScoped
class LiveSignals {

    private static final Logger LOG = Logger.getLogger(LiveSignals.class);

    private final Pool pool;
    private volatile @Nullable SqlConnection connection;
    private volatile boolean connecting;
    private volatile boolean stopped;

    LiveSignals(Pool pool) {
        this.pool = pool;
    }

    /** Whether it hears; if not, it tries to from now on. What has changed in between is told to nobody. */
    boolean listen(Consumer<InterviewId> changed) {
        if (connection != null) {
            return true;
        }
        if (!connecting && !stopped) {
            connecting = true;
            pool.getConnection()
                    .compose(opened -> subscribe(opened, changed))
                    .onFailure(e -> LOG.debug("No notifications, polling", e))
                    .onComplete(_ -> connecting = false);
        }
        return false;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var open = connection;
        if (open != null) {
            open.close();
        }
    }

    private Future<?> subscribe(SqlConnection opened, Consumer<InterviewId> changed) {
        opened.closeHandler(_ -> connection = null);
        ((PgConnection) opened).notificationHandler(news -> changed.accept(interview(news)));
        return opened.query("listen session_live")
                .execute()
                .onSuccess(_ -> connection = opened)
                .onFailure(_ -> opened.close());
    }

    private static InterviewId interview(PgNotification news) {
        return InterviewId.of(news.getPayload());
    }
}
