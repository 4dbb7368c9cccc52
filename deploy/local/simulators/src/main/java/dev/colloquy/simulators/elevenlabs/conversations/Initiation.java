package dev.colloquy.simulators.elevenlabs.conversations;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client brings to a conversation; all of it comes back in the results. */
public record Initiation(
        @Nullable String userId,
        JsonObject dynamicVariables,
        JsonObject configOverride,
        JsonObject llmExtraBody,
        @Nullable JsonObject sourceInfo) {

    public static Initiation withVariables(@Nullable String userId, JsonObject dynamicVariables) {
        return new Initiation(userId, dynamicVariables, new JsonObject(), new JsonObject(), null);
    }

    /** The client's first message on the socket. */
    public static Initiation parse(JsonObject message) {
        return new Initiation(
                message.getString("user_id"),
                message.getJsonObject("dynamic_variables", new JsonObject()),
                message.getJsonObject("conversation_config_override", new JsonObject()),
                message.getJsonObject("custom_llm_extra_body", new JsonObject()),
                message.getJsonObject("source_info"));
    }

    public boolean textOnly() {
        return configOverride.getJsonObject("conversation", new JsonObject()).getBoolean("text_only", false);
    }

    /** How long the call may last, if the client says so. */
    public Optional<Duration> longestCall() {
        Object seconds =
                configOverride.getJsonObject("conversation", new JsonObject()).getValue("max_duration_seconds");
        return seconds instanceof Integer wanted && wanted > 0
                ? Optional.of(Duration.ofSeconds(wanted))
                : Optional.empty();
    }

    /** Values must be flat, and names that begin with {@code system__} are ElevenLabs' own. */
    public static boolean isVariable(String name, @Nullable Object value) {
        boolean flat = value instanceof String || value instanceof Number || value instanceof Boolean;
        return flat && !name.startsWith("system__");
    }

    JsonObject view(Conversation conversation) {
        JsonObject variables = dynamicVariables
                .copy()
                .put("system__conversation_id", conversation.id())
                .put("system__agent_id", conversation.agentId())
                .put("system__call_duration_secs", conversation.durationSeconds());
        return new JsonObject()
                .put("conversation_config_override", configOverride)
                .put("custom_llm_extra_body", llmExtraBody)
                .put("user_id", userId)
                .put("source_info", sourceInfo)
                .put("dynamic_variables", variables);
    }
}
