package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.speech.Loudness;
import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What clients may say to a session. */
final class ClientEvents {

    private static final int LARGEST_APPEND = 15 * 1024 * 1024;
    private static final int FRAME_MILLISECONDS = 10;

    private final Session session;
    private final Items items;
    private final CandidateTurns candidate;
    private final ModelVoice voice;

    ClientEvents(Session session, Items items, CandidateTurns candidate, ModelVoice voice) {
        this.session = session;
        this.items = items;
        this.candidate = candidate;
        this.voice = voice;
    }

    void receive(JsonObject event) {
        switch (event.getString("type", "")) {
            case "session.update" -> session.update(event.getJsonObject("session", new JsonObject()));
            case "response.create" -> session.respond(event.getJsonObject("response", new JsonObject()));
            case "response.cancel" -> cancel();
            case "conversation.item.create" ->
                create(event.getJsonObject("item", new JsonObject()), event.getString("previous_item_id"));
            case "conversation.item.retrieve" -> session.tell(items.retrieved(event.getString("item_id")));
            case "conversation.item.delete" -> session.tell(items.deleted(event.getString("item_id")));
            case "conversation.item.truncate" ->
                session.tell(items.truncated(
                        event.getString("item_id"),
                        event.getInteger("content_index", 0),
                        event.getInteger("audio_end_ms", 0)));
            case "input_audio_buffer.append" -> append(event.getString("audio", ""));
            case "input_audio_buffer.commit" -> commit();
            case "input_audio_buffer.clear" -> candidate.clear();
            case "output_audio_buffer.clear" -> voice.clear();
            default ->
                throw OpenAiError.badRequest(
                        "type", "invalid_value", "Invalid value: '" + event.getString("type") + "' for 'type'.");
        }
    }

    private void cancel() {
        if (!voice.cancel()) {
            throw OpenAiError.badRequest(
                    null, "response_cancel_not_active", "Cancellation failed: no active response found");
        }
    }

    private void create(JsonObject given, @Nullable String previous) {
        if (!given.containsKey("type")) {
            throw OpenAiError.badRequest(
                    "item.type", "missing_required_parameter", "Missing required parameter: 'item.type'.");
        }
        JsonObject item = given.copy().put("object", "realtime.item").put("status", "completed");
        if (!item.containsKey("id")) {
            item.put("id", items.newId("item_"));
        }
        session.tell(items.added(item, previous));
        session.tell(items.done(item));
        if (item.getString("role", "").equals("user")) {
            candidate.typed(item);
        }
    }

    private void append(String audio) {
        byte[] pcm = decoded(audio);
        Sound sound = new Sound(pcm);
        for (int from = 0; from < sound.duration().toMillis(); from += FRAME_MILLISECONDS) {
            session.hear(Loudness.of(sound.part(from, FRAME_MILLISECONDS)), FRAME_MILLISECONDS);
        }
    }

    private static byte[] decoded(String audio) {
        try {
            byte[] pcm = Base64.getDecoder().decode(audio);
            if (pcm.length <= LARGEST_APPEND) {
                return pcm;
            }
        } catch (IllegalArgumentException notBase64) {
            throw OpenAiError.badRequest(
                    "audio", "invalid_value", "Invalid 'audio'. Expected base64-encoded audio bytes.");
        }
        throw OpenAiError.badRequest("audio", "invalid_value", "Invalid 'audio': more than 15 MiB.");
    }

    private void commit() {
        candidate.commitByHand();
        session.transcribeSoon();
    }
}
