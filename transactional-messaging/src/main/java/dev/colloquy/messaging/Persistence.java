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

    /** A connection that went silent must not keep anybody for ever; one that is only slow is left to finish. */
    static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(30);

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private Persistence() {}

    /**
     * Runs a transaction, and runs it again while the database is out of reach or another transaction is in the way. An
     * attempt that fails after the given patience is the last: it fails with {@link DatabaseAway}, which is answered 503
     * with {@code Retry-After}. Any other failure is the transaction's own.
     *
     * @param transaction may run twice although it took effect the first time: when its connection broke while it committed
     * @param patience how long after the first attempt another one may begin
     */
    public static <T> Uni<T> whileAway(Supplier<? extends Uni<T>> transaction, Duration patience) {
        return whileAway(transaction, patience, ATTEMPT_LIMIT);
    }

    static <T> Uni<T> whileAway(Supplier<? extends Uni<T>> transaction, Duration patience, Duration attemptLimit) {
        return Uni.createFrom()
                .deferred(transaction::get)
                .ifNoItem()
                .after(attemptLimit)
                .failWith(TimeoutException::new)
                .runSubscriptionOn(sameContext())
                .onFailure(Outage::isBehind)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(patience.toMillis())
                .onFailure(Outage::isBehind)
                .transform(DatabaseAway::new);
    }

    /** A session belongs to the Vert.x context of its request or message, whichever thread a wait ends on. */
    static Executor sameContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(_ -> command.run());
    }
}
