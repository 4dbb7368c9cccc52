package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** One armed fault: the counters that are left and the values that go with them. */
final class Fault {

    private static final Set<String> FINISHES = Set.of("length", "content_filter", "refusal");

    private final JsonObject left;

    private Fault(JsonObject left) {
        this.left = left;
    }

    static Fault parse(FaultPoint point, JsonObject wanted) {
        wanted.forEach(entry -> {
            String field = point.wireName() + "." + entry.getKey();
            if (!point.knows(entry.getKey())) {
                throw ControlProblem.badInput(field, "is not a fault of this point");
            }
            check(field, entry.getKey(), entry.getValue());
        });
        JsonObject left = wanted.copy();
        if (point.knows("times") && !left.containsKey("times")) {
            left.put("times", 1);
        }
        return new Fault(left);
    }

    private static void check(String field, String name, Object value) {
        if (name.equals("finish")) {
            require(value instanceof String finish && FINISHES.contains(finish), field, "must be one of " + FINISHES);
        } else if (name.equals("status")) {
            require(value instanceof Integer status && status >= 400 && status <= 599, field, "must be 400 to 599");
        } else {
            require(value instanceof Integer count && count >= 0, field, "must be a whole number of 0 or more");
        }
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw ControlProblem.badInput(field, detail);
        }
    }

    boolean take(String counter) {
        int count = left.getInteger(counter, 0);
        if (count > 0) {
            left.put(counter, count - 1);
        }
        return count > 0;
    }

    int number(String name) {
        return left.getInteger(name, 0);
    }

    String text(String name) {
        return left.getString(name, "");
    }

    JsonObject view() {
        return left.copy();
    }
}
