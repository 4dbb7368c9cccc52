package dev.colloquy.simulators.elevenlabs.agents;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * An agent as its owner has set it up.
 *
 * @param isPublic anybody may talk to it without a key or signed URL
 * @param allowsOverrides a client may bring its own prompt, first message, language or voice
 * @param clientTool called in the browser before the agent says goodbye; empty for none
 */
public record Agent(String id, boolean isPublic, boolean allowsOverrides, Duration longestCall, String clientTool) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    static Agent ofId(String id) {
        return new Agent(id, false, false, LONGEST, "");
    }

    JsonObject view() {
        return new JsonObject()
                .put("agent_id", id)
                .put("public", isPublic)
                .put("allow_overrides", allowsOverrides)
                .put("max_duration_seconds", longestCall.toSeconds())
                .put("client_tool", clientTool);
    }
}
