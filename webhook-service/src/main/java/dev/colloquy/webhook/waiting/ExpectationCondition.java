package dev.colloquy.webhook.waiting;

import dev.colloquy.events.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter in SQL; only of what is given. */
final class ExpectationCondition {

    private static final String OVERDUE = "outcome is null and deadline < now()";

    private final List<String> parts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    private ExpectationCondition() {}

    /** @param tenant whose; null for everybody's */
    static ExpectationCondition of(ExpectationFilter filter, @Nullable TenantId tenant) {
        var condition = new ExpectationCondition();
        condition.equal("tenant", tenant == null ? null : tenant.value());
        var interview = filter.interview();
        condition.equal("interview_id", interview == null ? null : UUID.fromString(interview));
        condition.equal("kind", upper(filter.kind()));
        if ("open".equals(filter.state())) {
            condition.parts.add("outcome is null");
        } else {
            condition.equal("outcome", upper(filter.state()));
        }
        if (filter.provider() != null) {
            condition.parts.add(
                    filter.provider().equals("elevenlabs") ? "kind = 'CONVERSATION'" : "kind <> 'CONVERSATION'");
        }
        if (filter.overdue() != null) {
            condition.parts.add((filter.overdue().equals("true") ? "(" : "not (") + OVERDUE + ")");
        }
        return condition;
    }

    String sql() {
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    List<Object> parameters() {
        return parameters;
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            parameters.add(value);
            parts.add(column + " = $" + parameters.size());
        }
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }
}
