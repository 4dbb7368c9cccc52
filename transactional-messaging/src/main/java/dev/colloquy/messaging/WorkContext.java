package dev.colloquy.messaging;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Gives each piece of work what a request has: a Vert.x context of its own, in which a Hibernate session may open. */
@ApplicationScoped
public class WorkContext {

    private final Vertx vertx;

    WorkContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs it at once; the future completes on that context. */
    public Future<Void> run(Supplier<Uni<Void>> work) {
        Promise<Void> outcome = Promise.promise();
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> begin(work, outcome));
        return outcome.future();
    }

    private static void begin(Supplier<Uni<Void>> work, Promise<Void> outcome) {
        var request = Arc.container().requestContext();
        request.activate();
        Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(request::terminate)
                .subscribe()
                .with(_ -> outcome.tryComplete(), outcome::tryFail);
    }
}
