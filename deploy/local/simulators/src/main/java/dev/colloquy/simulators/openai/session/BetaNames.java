package dev.colloquy.simulators.openai.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** The words of the beta interface, for clients that ask for {@code realtime=v1}. */
public record BetaNames(Listener listener) implements Listener {

    private static final Map<String, String> PREFIXES = Map.of(
            "response.output_audio.", "response.audio.",
            "response.output_audio_transcript.", "response.audio_transcript.",
            "response.output_text.", "response.text.",
            "conversation.item.added", "conversation.item.created");

    @Override
    public void send(JsonObject event) {
        if (!event.getString("type").equals("conversation.item.done")) {
            listener.send(translated(event));
        }
    }

    @Override
    public void close(short code, String reason) {
        listener.close(code, reason);
    }

    @Override
    public void cutOff() {
        listener.cutOff();
    }

    @Override
    public JsonObject understood(JsonObject event) {
        JsonObject session = event.getJsonObject("session");
        return event.getString("type", "").equals("session.update") && session != null
                ? event.copy().put("session", current(session))
                : event;
    }

    private static JsonObject current(JsonObject flat) {
        JsonObject input = new JsonObject();
        JsonObject output = new JsonObject();
        JsonObject session = flat.copy().put("type", "realtime");
        move(session, "turn_detection", input, "turn_detection");
        move(session, "input_audio_transcription", input, "transcription");
        move(session, "voice", output, "voice");
        if (session.remove("modalities") instanceof JsonArray modalities) {
            session.put("output_modalities", JsonArray.of(modalities.contains("audio") ? "audio" : "text"));
        }
        return session.put("audio", new JsonObject().put("input", input).put("output", output));
    }

    private static void move(JsonObject from, String name, JsonObject to, String newName) {
        if (from.containsKey(name)) {
            to.put(newName, from.remove(name));
        }
    }

    private static JsonObject translated(JsonObject event) {
        JsonObject copy = event.copy();
        String type = copy.getString("type");
        PREFIXES.entrySet().stream()
                .filter(prefix -> type.startsWith(prefix.getKey()))
                .findFirst()
                .ifPresent(prefix -> copy.put(
                        "type",
                        prefix.getValue() + type.substring(prefix.getKey().length())));
        Optional.ofNullable(copy.getJsonObject("item")).ifPresent(BetaNames::rename);
        Optional.ofNullable(copy.getJsonObject("session")).ifPresent(session -> copy.put("session", flat(session)));
        Optional.ofNullable(copy.getJsonObject("response"))
                .ifPresent(response ->
                        response.getJsonArray("output", new JsonArray()).forEach(item -> rename((JsonObject) item)));
        return copy;
    }

    private static void rename(JsonObject item) {
        for (Object part : item.getJsonArray("content", new JsonArray())) {
            JsonObject content = (JsonObject) part;
            content.put("type", content.getString("type", "").replaceFirst("^output_", ""));
        }
    }

    private static JsonObject flat(JsonObject session) {
        JsonObject input = session.getJsonObject("audio").getJsonObject("input");
        JsonObject output = session.getJsonObject("audio").getJsonObject("output");
        JsonObject flat = session.copy();
        flat.remove("audio");
        flat.remove("output_modalities");
        flat.remove("type");
        return flat.put("modalities", session.getJsonArray("output_modalities"))
                .put("input_audio_format", "pcm16")
                .put("output_audio_format", "pcm16")
                .put("input_audio_transcription", input.getValue("transcription"))
                .put("turn_detection", input.getValue("turn_detection"))
                .put("voice", output.getString("voice"));
    }
}
