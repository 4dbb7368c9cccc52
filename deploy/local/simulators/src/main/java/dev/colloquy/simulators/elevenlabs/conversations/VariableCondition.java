package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.elevenlabs.access.ElevenLabsError;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** {@code name:op:value} of a dynamic variable; without a value {@code eq} is for conversations that have none of the name. */
record VariableCondition(String name, String op, String value) {

    static final String PARAMETER = "dynamic_variable_params";

    private static final Set<String> OPS = Set.of("eq", "neq", "gt", "gte", "lt", "lte", "in");

    static VariableCondition parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 3 || !OPS.contains(parts[1])) {
            throw ElevenLabsError.invalidQuery(PARAMETER, "Input should be name:op:value");
        }
        return new VariableCondition(parts[0], parts[1], parts[2]);
    }

    boolean fits(Conversation conversation) {
        @Nullable Object set = conversation.initiation().dynamicVariables().getValue(name);
        String actual = Objects.toString(set, "");
        return switch (op) {
            case "eq" -> actual.equals(value);
            case "neq" -> !actual.equals(value);
            case "in" -> List.of(value.split("\\|", -1)).contains(actual);
            case "gt" -> compares(set, order -> order > 0);
            case "gte" -> compares(set, order -> order >= 0);
            case "lt" -> compares(set, order -> order < 0);
            default -> compares(set, order -> order <= 0);
        };
    }

    private boolean compares(@Nullable Object actual, IntPredicate wanted) {
        try {
            return actual instanceof Number number
                    && wanted.test(Double.compare(number.doubleValue(), Double.parseDouble(value)));
        } catch (NumberFormatException notANumber) {
            throw ElevenLabsError.invalidQuery(PARAMETER, "Input should be a number");
        }
    }
}
