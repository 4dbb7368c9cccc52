package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.reactive.engine.ReactiveActionQueue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * Tells listeners that there may be something to do: at once when a transaction of this replica has added it, and every
 * poll interval in any case, so that what another replica leaves behind costs a moment and is never forgotten.
 */
@ApplicationScoped
class Signals {

    private final Vertx vertx;
    private final MessagingConfig config;
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private volatile long timer;

    Signals(Vertx vertx, MessagingConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Each subject has one listener. */
    void onSignal(String subject, Runnable listener) {
        listeners.put(subject, listener);
    }

    /** Signals when the caller's transaction has committed; one that rolls back has nothing to tell. */
    Uni<Void> signalAfterCommit(String subject) {
        return Panache.getSession()
                .invoke(session -> actions(session)
                        .registerProcess((AfterTransactionCompletionProcess) (committed, _) -> {
                            if (committed) {
                                signal(subject);
                            }
                        }))
                .replaceWithVoid();
    }

    /** Signals soon, once for all who ask meanwhile, and outside the context of the caller's request. */
    void signal(String subject) {
        var listener = listeners.get(subject);
        if (listener != null && pending.add(subject)) {
            VertxContext.getRootContext(vertx.getOrCreateContext()).runOnContext(_ -> {
                pending.remove(subject);
                listener.run();
            });
        }
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        timer = vertx.setPeriodic(
                config.pollInterval().toMillis(), _ -> listeners.values().forEach(Runnable::run));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        listeners.clear();
    }

    private static ReactiveActionQueue actions(Mutiny.Session session) {
        return ((MutinySessionImpl) session).unwrap(ReactiveSession.class).getReactiveActionQueue();
    }
}
