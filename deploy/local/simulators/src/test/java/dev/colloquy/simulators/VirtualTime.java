package dev.colloquy.simulators;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Time that stands still until a test moves it. Clock and timers are one: whatever falls due happens at exactly its
 * instant, on the simulators' event loop, before {@link #advance} returns. Waits are not scaled.
 *
 * <p>What the simulators do on the network takes real time and no virtual: await it before moving on.
 */
final class VirtualTime implements SimulatedTime {

    private record Timer(Instant due, long id, Runnable action) {}

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::id));
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Context loop;
    private long lastId;

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
        timers.add(new Timer(now.plus(wait), lastId, action));
        return lastId;
    }

    @Override
    public void cancel(long timer) {
        timers.removeIf(waiting -> waiting.id() == timer);
    }
}
