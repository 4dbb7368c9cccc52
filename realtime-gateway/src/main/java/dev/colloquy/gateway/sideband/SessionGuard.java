package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;

/**
 * Holds a session against what was agreed. A browser may change its own session over the data channel, say the
 * instructions: then it is set right again.
 */
final class SessionGuard {

    /** Whoever changes it more often than that is left alone: the interviewer would do nothing but obey. */
    private static final int MOST = 50;

    private final ObjectNode agreed;
    private int reassertions;

    /** @param session as it was sent to the provider; model and voice cannot be changed once it speaks */
    SessionGuard(ObjectNode session) {
        agreed = session.deepCopy();
        agreed.remove("model");
        if (agreed.get("audio") instanceof ObjectNode audio) {
            audio.remove("output");
        }
    }

    /** Whether the session is another one, and is to be set right. */
    boolean isChanged(JsonNode session) {
        if (contains(session, agreed)) {
            return false;
        }
        reassertions++;
        return reassertions <= MOST;
    }

    ObjectNode agreed() {
        return agreed;
    }

    /** Providers add what was left to them. */
    private static boolean contains(JsonNode actual, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(field -> contains(actual.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray()) {
            return actual.size() == wanted.size()
                    && IntStream.range(0, wanted.size()).allMatch(i -> contains(actual.path(i), wanted.get(i)));
        }
        return wanted.equals(actual) || (wanted.isNumber() && wanted.asDouble() == actual.asDouble());
    }
}
