package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.catalogue.Model;
import dev.colloquy.simulators.openai.catalogue.Model.Purpose;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session configuration in its GA shape: what a caller must give, what OpenAI fills in, and what it means. */
public final class SessionConfig {

    private static final String USUAL_MODEL = "gpt-realtime-2";

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
        TurnDetections.check(within(session, "input", "turn_detection"), param);
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

    /** Refuses a session of a model that does not talk, or no longer. */
    public static void requireModel(JsonObject session, Instant now) {
        Model.require(session.getString("model", USUAL_MODEL), Purpose.REALTIME, now);
    }

    public static SessionConfig complete(JsonObject given, Ids ids, Instant expiresAt) {
        SessionConfig complete = new SessionConfig(
                defaults().put("id", ids.next("sess_", 21)).put("expires_at", expiresAt.getEpochSecond()));
        complete.merge(given);
        return complete;
    }

    public JsonObject view() {
        return config.copy();
    }

    /**
     * Takes what a client changes.
     *
     * @param spoken the model has been heard, so its voice is settled
     */
    void update(JsonObject changes, boolean spoken) {
        check(changes, "session");
        if (!changes.getString("model", model()).equals(model())) {
            throw OpenAiError.badRequest("session.model", "invalid_value", "The model of a session cannot be changed.");
        }
        @Nullable Object voice = section(changes, "output").getValue("voice");
        if (spoken && voice != null && !voice.equals(section(config, "output").getValue("voice"))) {
            throw OpenAiError.badRequest(
                    null, "cannot_update_voice", "Cannot update a conversation's voice if assistant audio is present.");
        }
        merge(changes);
    }

    boolean speaks() {
        return config.getJsonArray("output_modalities").contains("audio");
    }

    boolean transcribesTheCandidate() {
        return within(config, "input", "transcription") != null;
    }

    /** Why nothing is transcribed: the model for it does not exist, or no longer. */
    Optional<OpenAiError> missingTranscriber(Instant now) {
        return Optional.ofNullable(within(config, "input", "transcription"))
                .map(transcription -> transcription.getString("model"))
                .filter(model -> !Model.exists(model, Purpose.TRANSCRIPTION, now))
                .map(OpenAiError::modelNotFound);
    }

    /** Nothing for push-to-talk. */
    Optional<TurnDetection> turnDetection() {
        return Optional.ofNullable(within(config, "input", "turn_detection")).map(TurnDetections::read);
    }

    /** The tool by which the model may end the interview, if the session has one. */
    Optional<String> endingTool() {
        return config.getJsonArray("tools", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(tool -> tool.getString("name", ""))
                .filter(name -> name.startsWith("end_"))
                .findFirst();
    }

    /** The id its owner has given this session and others that belong together; empty if none. */
    String group() {
        return config.getValue("tracing") instanceof JsonObject tracing ? tracing.getString("group_id", "") : "";
    }

    private String model() {
        return config.getString("model");
    }

    /** One kind of turn detection inherits nothing from another one. */
    private void merge(JsonObject changes) {
        JsonObject input = section(config, "input");
        @Nullable JsonObject before = input.getJsonObject("turn_detection");
        @Nullable JsonObject after = within(changes, "input", "turn_detection");
        if (after != null && !Objects.equals(TurnDetections.type(before), TurnDetections.type(after))) {
            input.put("turn_detection", TurnDetections.usual(after));
        }
        config.mergeIn(changes, true);
    }

    /** {@code audio.input} or {@code audio.output}; an empty one if it is not there. */
    private static JsonObject section(JsonObject session, String name) {
        @Nullable JsonObject audio = session.getJsonObject("audio");
        @Nullable JsonObject section = audio == null ? null : audio.getJsonObject(name);
        return section == null ? new JsonObject() : section;
    }

    private static @Nullable JsonObject within(JsonObject session, String section, String name) {
        return section(session, section).getJsonObject(name);
    }

    private static JsonObject defaults() {
        JsonObject format = new JsonObject().put("type", "audio/pcm").put("rate", 24_000);
        JsonObject input = new JsonObject()
                .put("format", format)
                .putNull("transcription")
                .putNull("noise_reduction")
                .put("turn_detection", TurnDetections.usual());
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
}
