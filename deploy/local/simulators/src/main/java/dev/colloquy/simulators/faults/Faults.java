package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.faults.ArmedFault.Order;
import dev.colloquy.simulators.journal.Journal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The armed faults, and what they struck. Used from the simulators' one event loop only. */
public final class Faults {

    private static final int REMEMBERED = 200;

    private final Journal journal;
    private final List<ArmedFault> armed = new ArrayList<>();
    private final Deque<JsonObject> struck = new ArrayDeque<>();
    private int number;

    public Faults(Journal journal) {
        this.journal = journal;
    }

    /** How long a call with media lives before its connection breaks, if it does. */
    public Optional<Duration> disconnect(FaultPoint point, String callId) {
        Strike strike = strike(point, callId, _ -> true);
        return strike.has(FaultKind.DISCONNECT) ? Optional.of(strike.wait(FaultKind.DISCONNECT)) : Optional.empty();
    }

    Strike strike(FaultPoint point, String subject, Predicate<FaultKind> possible) {
        List<Order> orders = new ArrayList<>();
        for (ArmedFault fault : inOrderOfKinds(point)) {
            boolean over = !orders.isEmpty() && orders.getLast().kind().isLast();
            if (!over && possible.test(fault.order().kind()) && fault.strikes(subject)) {
                orders.add(fault.order());
                remember(fault.id(), fault.order(), subject);
            }
        }
        return new Strike(orders);
    }

    /** The fault that a header asked for strikes its own call. */
    Strike strike(Order order, String subject) {
        remember("header", order, subject);
        return new Strike(List.of(order));
    }

    JsonObject arm(Order order) {
        number++;
        ArmedFault fault = new ArmedFault("fault_" + number, order);
        armed.add(fault);
        if (armed.size() > REMEMBERED) {
            armed.removeFirst();
        }
        return fault.view();
    }

    boolean disarm(String id) {
        return armed.removeIf(fault -> fault.id().equals(id));
    }

    void clear() {
        armed.clear();
        struck.clear();
    }

    JsonObject view() {
        return new JsonObject()
                .put("armed", new JsonArray(armed.stream().map(ArmedFault::view).toList()))
                .put("struck", new JsonArray(List.copyOf(struck)));
    }

    private List<ArmedFault> inOrderOfKinds(FaultPoint point) {
        return armed.stream()
                .filter(fault -> fault.order().point() == point)
                .sorted(Comparator.comparing(fault -> fault.order().kind()))
                .toList();
    }

    private void remember(String id, Order order, String subject) {
        JsonObject strike = new JsonObject()
                .put("id", id)
                .put("point", order.point().wireName())
                .put("fault", order.kind().wireName())
                .put("subject", subject);
        if (struck.size() == REMEMBERED) {
            struck.removeFirst();
        }
        struck.addLast(strike);
        journal.noted(order.point().provider(), "fault " + order.kind().wireName() + " struck " + subject, strike);
    }
}
