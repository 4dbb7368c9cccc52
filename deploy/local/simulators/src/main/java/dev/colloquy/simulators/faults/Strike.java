package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.faults.ArmedFault.Order;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that strike one call or one webhook together. */
public final class Strike {

    static final Strike NOTHING = new Strike(List.of());

    private final Map<FaultKind, Order> orders = new EnumMap<>(FaultKind.class);

    Strike(List<Order> orders) {
        orders.forEach(order -> this.orders.putIfAbsent(order.kind(), order));
    }

    /** Whether the call is to be done and its answer changed on the way. */
    boolean spoilsTheAnswer(FaultPoint point) {
        return has(FaultKind.SLOW)
                || has(FaultKind.HALF_JSON)
                || has(FaultKind.DISCONNECT)
                || (has(FaultKind.WRONG_SCHEMA) && !point.isModel());
    }

    boolean has(FaultKind kind) {
        return orders.containsKey(kind);
    }

    int number(FaultKind kind, String parameter) {
        return Optional.ofNullable(orders.get(kind))
                .map(order -> order.number(parameter))
                .orElse(0);
    }

    Duration wait(FaultKind kind) {
        return Duration.ofMillis(number(kind, "ms"));
    }
}
