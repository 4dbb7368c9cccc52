package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way out of every webhook of one provider: here it is dropped, held back, doubled or wrongly signed. */
public final class WebhookGate {

    /** One that waits for another to overtake it leaves by itself after this time. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    private final FaultPoint point;
    private final Faults faults;
    private final SimulatedTime time;
    private final Map<String, Supplier<Future<Void>>> held = new HashMap<>();

    public WebhookGate(FaultPoint point, Faults faults, SimulatedTime time) {
        this.point = point;
        this.faults = faults;
        this.time = time;
    }

    /** Decides once what happens to an event: whoever gets a copy meets the same faults. */
    public Strike meet(String event) {
        return faults.strike(point, event, _ -> true);
    }

    /** An event that has one receiver. */
    public Future<Void> pass(String key, String event, Function<Signing, Supplier<Future<Void>>> sign) {
        return pass(key, meet(event), sign);
    }

    /**
     * Lets a webhook pass. It is signed once, as told; what that gives sends it and is run as often as it is to arrive.
     * The future ends when the next webhook with the same key may go: only those overtake each other, so the key must
     * tell receivers apart.
     */
    public Future<Void> pass(String key, Strike strike, Function<Signing, Supplier<Future<Void>>> sign) {
        if (strike.has(FaultKind.DROP)) {
            return Future.succeededFuture();
        }
        Supplier<Future<Void>> once = sign.apply(Signing.by(strike));
        Supplier<Future<Void>> sending =
                strike.has(FaultKind.DUPLICATE) ? () -> once.get().eventually(once) : once;
        if (strike.has(FaultKind.REORDER) && !held.containsKey(key)) {
            hold(key, sending);
            return Future.succeededFuture();
        }
        return after(strike.wait(FaultKind.DELAY)).compose(_ -> sending.get()).eventually(() -> release(key));
    }

    private void hold(String key, Supplier<Future<Void>> sending) {
        held.put(key, sending);
        time.after(LONGEST_HOLD, () -> {
            if (held.remove(key, sending)) {
                var _ = sending.get();
            }
        });
    }

    private Future<Void> release(String key) {
        @Nullable Supplier<Future<Void>> overtaken = held.remove(key);
        return overtaken == null ? Future.succeededFuture() : overtaken.get();
    }

    private Future<Void> after(Duration wait) {
        if (wait.isZero()) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        time.after(wait, over::complete);
        return over.future();
    }
}
