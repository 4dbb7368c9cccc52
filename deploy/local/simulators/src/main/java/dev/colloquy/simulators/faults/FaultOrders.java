package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.faults.ArmedFault.Order;
import dev.colloquy.simulators.faults.FaultKind.Parameter;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a fault from JSON or from the header, and refuses what it does not know by the name of the field. */
final class FaultOrders {

    private static final Set<String> FIELDS = Set.of("point", "fault", "match", "times", "probability", "seed");

    private FaultOrders() {}

    static Order parse(JsonObject wanted) {
        FaultPoint point = FaultPoint.of(Control.text(wanted, "point"))
                .orElseThrow(() -> ControlProblem.badInput("point", "is not a known fault point"));
        FaultKind kind = kind(point, Control.text(wanted, "fault"));
        refuseUnknown(kind, wanted);
        return new Order(
                point,
                kind,
                wanted.containsKey("match") ? Control.text(wanted, "match") : "*",
                wholeNumber(wanted, new Parameter("times", 1, 0, 1_000_000, "")),
                probability(wanted),
                wholeNumber(wanted, new Parameter("seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE, "")),
                parameters(kind, wanted));
    }

    /** {@code <fault>; name=number; …}, or a status alone: {@code 429; retryAfter=2}. */
    static Order parse(FaultPoint point, String header) {
        List<String> parts = List.of(header.split(";", -1));
        String name = parts.getFirst().strip();
        JsonObject wanted = new JsonObject().put("point", point.wireName()).put("fault", name);
        if (name.matches("\\d{3}")) {
            wanted.put("fault", "status").put("status", Integer.valueOf(name));
        }
        for (String part : parts.subList(1, parts.size())) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length < 2 || !pair[1].matches("-?\\d{1,9}")) {
                throw ControlProblem.badInput(pair[0], "must be followed by = and a whole number");
            }
            wanted.put(pair[0], Integer.valueOf(pair[1]));
        }
        return parse(wanted);
    }

    private static FaultKind kind(FaultPoint point, String name) {
        return FaultKind.of(name)
                .filter(point.kinds()::contains)
                .orElseThrow(() -> ControlProblem.badInput("fault", "is not a fault of " + point.wireName()));
    }

    private static void refuseUnknown(FaultKind kind, JsonObject wanted) {
        Set<String> unknown = new TreeSet<>(wanted.fieldNames());
        unknown.removeAll(FIELDS);
        kind.parameters().forEach(parameter -> unknown.remove(parameter.name()));
        unknown.forEach(field -> {
            throw ControlProblem.badInput(field, "is not a field of the fault " + kind.wireName());
        });
    }

    private static Map<String, Integer> parameters(FaultKind kind, JsonObject wanted) {
        Map<String, Integer> numbers = new HashMap<>();
        kind.parameters().forEach(parameter -> numbers.put(parameter.name(), wholeNumber(wanted, parameter)));
        return numbers;
    }

    private static int wholeNumber(JsonObject wanted, Parameter parameter) {
        Object value = wanted.getValue(parameter.name(), parameter.fallback());
        if (value instanceof Integer number && number >= parameter.least() && number <= parameter.most()) {
            return number;
        }
        throw ControlProblem.badInput(
                parameter.name(), "must be a whole number from " + parameter.least() + " to " + parameter.most());
    }

    private static double probability(JsonObject wanted) {
        Object value = wanted.getValue("probability", 1.0);
        if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw ControlProblem.badInput("probability", "must be more than 0 and at most 1");
    }
}
