package dev.colloquy.simulators.openai.session;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One event of a response, made at the moment it is sent: a pause after the event before it.
 *
 * @param ends what it tells the end of
 */
record Step(
        Duration pause,
        Supplier<JsonObject> event,
        @Nullable Opening ends) {

    /** Whether it is sent although the response is broken off. */
    boolean isOwed() {
        return ends != null && ends.isTold();
    }
}
