package dev.colloquy.simulators.faults;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** A fault that waits for what it matches. The same seed lets it strike the same ones of a row. */
final class ArmedFault {

    /** What was asked for; {@code times} 0 means until it is cleared. */
    record Order(
            FaultPoint point,
            FaultKind kind,
            String match,
            int times,
            double probability,
            long seed,
            Map<String, Integer> parameters) {

        int number(String parameter) {
            return parameters.getOrDefault(parameter, 0);
        }
    }

    private final String id;
    private final Order order;
    private final Pattern subjects;
    private final Random random;
    private int used;

    ArmedFault(String id, Order order) {
        this.id = id;
        this.order = order;
        this.subjects = Pattern.compile("\\Q" + order.match().replace("*", "\\E.*\\Q") + "\\E");
        this.random = new Random(order.seed());
    }

    String id() {
        return id;
    }

    Order order() {
        return order;
    }

    boolean isSpent() {
        return order.times() > 0 && used >= order.times();
    }

    /** Decides for one subject, and counts it if it strikes. */
    boolean strikes(String subject) {
        boolean strikes =
                !isSpent() && subjects.matcher(subject).matches() && random.nextDouble() < order.probability();
        used += strikes ? 1 : 0;
        return strikes;
    }

    JsonObject view() {
        return new JsonObject()
                .put("id", id)
                .put("point", order.point().wireName())
                .put("fault", order.kind().wireName())
                .put("match", order.match())
                .put("times", order.times())
                .put("probability", order.probability())
                .put("seed", order.seed())
                .put("parameters", new JsonObject(Map.copyOf(order.parameters())))
                .put("used", used)
                .put("spent", isSpent());
    }
}
