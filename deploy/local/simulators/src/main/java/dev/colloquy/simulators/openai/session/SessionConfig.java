package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session configuration in its GA shape: what a caller must give, what OpenAI fills in, and what it means. */
public final class SessionConfig {

    private static final String USUAL_MODEL = "gpt-realtime-2";
    private static final double USUAL_THRESHOLD = 0.5;

    private final JsonObject config;

    private SessionConfig(JsonObject config) {
        this.config = config;
    }

    /** When a pause of the candidate ends a turn, and what follows. */
    record TurnDetection(
            double threshold, int prefixMilliseconds, int silenceMilliseconds, boolean responds, boolean interrupts) {}

    public static JsonObject check(JsonObject session, String param) {
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
        checkModalities(session, param);
        return session;
    }

    private static void checkModalities(JsonObject session, String param) {
        JsonArray modalities = session.getJsonArray("output_modalities", JsonArray.of("audio"));
        if (modalities.size() != 1 || !JsonArray.of("audio", "text").contains(modalities.getValue(0))) {
            throw OpenAiError.badRequest(
                    param + ".output_modalities",
                    "invalid_value",
                    "Invalid modalities: " + modalities.encode()
                            + ". Supported combinations are: ['text'] and ['audio'].");
        }
    }

    public static SessionConfig complete(JsonObject given, Ids ids, Instant expiresAt) {
        return new SessionConfig(defaults()
                .put("id", ids.next("sess_", 21))
                .put("expires_at", expiresAt.getEpochSecond())
                .mergeIn(given, true));
    }

    public JsonObject view() {
        return config.copy();
    }

    void update(JsonObject changes) {
        config.mergeIn(check(changes, "session"), true);
    }

    boolean speaks() {
        return config.getJsonArray("output_modalities").contains("audio");
    }

    boolean transcribesTheCandidate() {
        return input().getValue("transcription") instanceof JsonObject;
    }

    /** Nothing for push-to-talk. */
    Optional<TurnDetection> turnDetection() {
        return Optional.ofNullable(input().getJsonObject("turn_detection"))
                .map(detection -> new TurnDetection(
                        detection.getDouble("threshold", USUAL_THRESHOLD),
                        detection.getInteger("prefix_padding_ms", 0),
                        silence(detection),
                        detection.getBoolean("create_response", true),
                        detection.getBoolean("interrupt_response", true)));
    }

    /** The tool by which the model may end the interview, if the session has one. */
    Optional<String> endingTool() {
        return config.getJsonArray("tools", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(tool -> tool.getString("name", ""))
                .filter(name -> name.startsWith("end_"))
                .findFirst();
    }

    private JsonObject input() {
        return config.getJsonObject("audio").getJsonObject("input");
    }

    /** Semantic detection cannot be had without a model: its eagerness stands for a length of silence. */
    private static int silence(JsonObject detection) {
        @Nullable String eagerness = detection.getString("eagerness");
        return switch (eagerness == null ? "" : eagerness) {
            case "low" -> 2000;
            case "medium", "auto" -> 1000;
            default -> detection.getInteger("silence_duration_ms", 500);
        };
    }

    private static JsonObject defaults() {
        JsonObject format = new JsonObject().put("type", "audio/pcm").put("rate", 24_000);
        JsonObject input = new JsonObject()
                .put("format", format)
                .putNull("transcription")
                .putNull("noise_reduction")
                .put("turn_detection", usualTurnDetection());
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

    private static JsonObject usualTurnDetection() {
        return new JsonObject()
                .put("type", "server_vad")
                .put("threshold", USUAL_THRESHOLD)
                .put("prefix_padding_ms", 300)
                .put("silence_duration_ms", 500)
                .putNull("idle_timeout_ms")
                .put("create_response", true)
                .put("interrupt_response", true);
    }
}
