package dev.colloquy.simulators;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Time that stands still until a test moves it. Clock and timers are one: whatever falls due happens at exactly its
 * instant, on the simulators' event loop, before {@link #advance} returns. Waits are not scaled; one of nothing is over.
 *
 * <p>What the simulators do on the network takes real time and no virtual: await it before moving on.
 */
final class VirtualTime implements SimulatedTime {

    private record Timer(Instant due, long id, Runnable action) {}

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::id));
    private volatile Instant now;
    private Context loop;
    private long lastId;

    VirtualTime() {
        this(Instant.now());
    }

    VirtualTime(Instant start) {
        now = start.truncatedTo(ChronoUnit.MILLIS);
    }

    /** To be called by the verticle: its event loop is where actions run. */
    SimulatedTime on(Vertx vertx) {
        loop = vertx.getOrCreateContext();
        return this;
    }

    /** Answers how many actions fell due. */
    int advance(Duration by) {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        loop.runOnContext(_ -> runUntil(now.plus(by), 0, over));
        return over.join();
    }

    /** How long it is until the next action; empty if nothing waits. */
    Optional<Duration> untilNext() {
        CompletableFuture<Optional<Duration>> next = new CompletableFuture<>();
        loop.runOnContext(_ ->
                next.complete(Optional.ofNullable(timers.peek()).map(timer -> Duration.between(now, timer.due()))));
        return next.join();
    }

    private void runUntil(Instant end, int ran, CompletableFuture<Integer> over) {
        Timer next = timers.peek();
        if (next == null || next.due().isAfter(end)) {
            now = end;
            over.complete(ran);
            return;
        }
        timers.poll();
        now = next.due();
        try {
            next.action().run();
        } catch (RuntimeException failure) {
            over.completeExceptionally(failure);
            return;
        }
        loop.runOnContext(_ -> runUntil(end, ran + 1, over));
    }

    private void runNow(Timer timer) {
        if (timers.remove(timer)) {
            timer.action().run();
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Duration scaled(Duration wait) {
        return wait;
    }

    @Override
    public long after(Duration wait, Runnable action) {
        lastId++;
        Timer timer = new Timer(now.plus(wait), lastId, action);
        timers.add(timer);
        if (wait.isZero()) {
            loop.runOnContext(_ -> runNow(timer));
        }
        return timer.id();
    }

    @Override
    public void cancel(long timer) {
        timers.removeIf(waiting -> waiting.id() == timer);
    }
}
