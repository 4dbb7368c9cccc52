package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.session.SessionConfig.TurnDetection;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Both kinds of {@code turn_detection}. The semantic one needs a model: its eagerness stands for a length of silence here. */
final class TurnDetections {

    private static final String SERVER = "server_vad";
    private static final String SEMANTIC = "semantic_vad";
    private static final double USUAL_THRESHOLD = 0.5;

    private TurnDetections() {}

    static void check(@Nullable JsonObject detection, String param) {
        if (detection != null
                && !type(detection).equals(SERVER)
                && !type(detection).equals(SEMANTIC)) {
            throw OpenAiError.badRequest(
                    param + ".audio.input.turn_detection.type",
                    "invalid_value",
                    "Invalid value: '" + type(detection) + "'. Supported values are: 'server_vad' and 'semantic_vad'.");
        }
    }

    static String type(@Nullable JsonObject detection) {
        return detection == null ? "" : detection.getString("type", SERVER);
    }

    static JsonObject usual() {
        return responding(SERVER)
                .put("threshold", USUAL_THRESHOLD)
                .put("prefix_padding_ms", 300)
                .put("silence_duration_ms", 500)
                .putNull("idle_timeout_ms");
    }

    /** What OpenAI fills in for this kind. */
    static JsonObject usual(JsonObject detection) {
        return type(detection).equals(SERVER) ? usual() : responding(SEMANTIC).put("eagerness", "auto");
    }

    static TurnDetection read(JsonObject detection) {
        return new TurnDetection(
                detection.getDouble("threshold", USUAL_THRESHOLD),
                detection.getInteger("prefix_padding_ms", 0),
                silence(detection),
                !Boolean.FALSE.equals(detection.getValue("create_response")),
                !Boolean.FALSE.equals(detection.getValue("interrupt_response")));
    }

    private static int silence(JsonObject detection) {
        if (type(detection).equals(SERVER)) {
            return detection.getInteger("silence_duration_ms");
        }
        return switch (detection.getString("eagerness")) {
            case "low" -> 2000;
            case "high" -> 500;
            default -> 1000;
        };
    }

    private static JsonObject responding(String type) {
        return new JsonObject().put("type", type).put("create_response", true).put("interrupt_response", true);
    }
}
