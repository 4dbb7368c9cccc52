package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Session configurations in their GA shape: what a caller must give, and what OpenAI fills in. */
final class Sessions {

    private static final String USUAL_MODEL = "gpt-realtime-2";

    private Sessions() {}

    static JsonObject check(JsonObject session, String param) {
        if (!(session.getValue("type") instanceof String type)) {
            throw OpenAiError.badRequest(
                    param + ".type", "missing_required_parameter", "Missing required parameter: '" + param + ".type'.");
        }
        if (!type.equals("realtime")) {
            throw OpenAiError.badRequest(
                    param + ".type",
                    "invalid_value",
                    "Invalid value: '" + type + "'. Supported values are: 'realtime'.");
        }
        return session;
    }

    static JsonObject complete(JsonObject given, Ids ids, Instant expiresAt) {
        return defaults()
                .put("id", ids.next("sess_", 21))
                .put("expires_at", expiresAt.getEpochSecond())
                .mergeIn(given, true);
    }

    private static JsonObject defaults() {
        JsonObject format = new JsonObject().put("type", "audio/pcm").put("rate", 24_000);
        JsonObject input = new JsonObject()
                .put("format", format)
                .putNull("transcription")
                .putNull("noise_reduction")
                .put("turn_detection", turnDetection());
        JsonObject output = new JsonObject()
                .put("format", format.copy())
                .put("voice", "marin")
                .put("speed", 1.0);
        return new JsonObject()
                .put("object", "realtime.session")
                .put("type", "realtime")
                .put("model", USUAL_MODEL)
                .put("output_modalities", JsonArray.of("audio"))
                .put("instructions", "")
                .put("audio", new JsonObject().put("input", input).put("output", output))
                .put("tools", new JsonArray())
                .put("tool_choice", "auto")
                .put("max_output_tokens", "inf")
                .put("truncation", "auto")
                .putNull("tracing")
                .putNull("include");
    }

    private static JsonObject turnDetection() {
        return new JsonObject()
                .put("type", "server_vad")
                .put("threshold", 0.5)
                .put("prefix_padding_ms", 300)
                .put("silence_duration_ms", 500)
                .putNull("idle_timeout_ms")
                .put("create_response", true)
                .put("interrupt_response", true);
    }
}
