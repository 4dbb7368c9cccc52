package dev.colloquy.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Deque<Promise<Boolean>> steps = new ArrayDeque<>();
    private int runs;
    private final Drain drain = new Drain(this::step);

    @Test
    void runsOneStepAtATimeAndAgainWhenAskedMeanwhile() {
        drain.request();
        drain.request();
        drain.request();
        assertEquals(1, runs);
        steps.remove().complete(false);
        assertEquals(2, runs);
        steps.remove().complete(false);
        assertEquals(2, runs);
    }

    @Test
    void goesOnWhileThereIsMore() {
        drain.request();
        steps.remove().complete(true);
        steps.remove().complete(true);
        steps.remove().complete(false);
        assertEquals(3, runs);
    }

    @Test
    void isNotStoppedByAFailure() {
        drain.request();
        steps.remove().fail("down");
        drain.request();
        assertEquals(2, runs);
    }

    @Test
    void staysStopped() {
        drain.request();
        drain.stop();
        steps.remove().complete(true);
        drain.request();
        assertEquals(1, runs);
    }

    private Future<Boolean> step() {
        runs++;
        Promise<Boolean> promise = Promise.promise();
        steps.add(promise);
        return promise.future();
    }
}
