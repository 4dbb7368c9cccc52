package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets a request's transaction outlast a database that is away for a moment. */
public final class Persistence {

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private Persistence() {}

    /**
     * Runs a transaction, and runs it again while the database is out of reach or another transaction is in the way. What
     * has not succeeded after the given patience fails with {@link DatabaseAway}, which is answered 503 with
     * {@code Retry-After}; any other failure is the transaction's own.
     *
     * @param transaction may run twice although it took effect the first time: when its connection broke while it committed
     * @param patience for all attempts together
     */
    public static <T> Uni<T> whileAway(Supplier<? extends Uni<T>> transaction, Duration patience) {
        return Uni.createFrom()
                .deferred(transaction::get)
                .runSubscriptionOn(sameContext())
                .onFailure(Outage::isBehind)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(patience.toMillis())
                .ifNoItem()
                .after(patience.multipliedBy(2))
                .failWith(TimeoutException::new)
                .onFailure(Outage::isBehind)
                .transform(DatabaseAway::new);
    }

    /** A session belongs to the Vert.x context of its request or message, whichever thread a wait ends on. */
    static Executor sameContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(_ -> command.run());
    }
}
