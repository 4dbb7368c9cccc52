package dev.colloquy.messaging;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs a step one at a time: again at once while it says that there is more, or when asked in the meantime. */
final class Drain {

    private enum State {
        IDLE,
        RUNNING,
        ASKED_AGAIN,
        STOPPED
    }

    private final Supplier<Future<Boolean>> step;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    Drain(Supplier<Future<Boolean>> step) {
        this.step = step;
    }

    void request() {
        var before = state.getAndUpdate(now -> switch (now) {
            case IDLE -> State.RUNNING;
            case RUNNING, ASKED_AGAIN -> State.ASKED_AGAIN;
            case STOPPED -> State.STOPPED;
        });
        if (before == State.IDLE) {
            run();
        }
    }

    void stop() {
        state.set(State.STOPPED);
    }

    private void run() {
        step.get().otherwise(false).onSuccess(this::next);
    }

    private void next(boolean more) {
        var before = state.getAndUpdate(now -> switch (now) {
            case STOPPED -> State.STOPPED;
            case ASKED_AGAIN -> State.RUNNING;
            default -> more ? State.RUNNING : State.IDLE;
        });
        if (before == State.ASKED_AGAIN || (before == State.RUNNING && more)) {
            run();
        }
    }
}
