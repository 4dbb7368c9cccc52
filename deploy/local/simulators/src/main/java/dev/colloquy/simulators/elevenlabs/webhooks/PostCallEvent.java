package dev.colloquy.simulators.elevenlabs.webhooks;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.ConversationView;
import dev.colloquy.simulators.elevenlabs.conversations.OtlpTraces;
import dev.colloquy.simulators.elevenlabs.conversations.SilentMp3;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Format;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Setup;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One webhook before it is sent. There is no delivery id, as with ElevenLabs.
 *
 * @param sound an MP3 file that goes into {@code data.full_audio}
 */
record PostCallEvent(String type, JsonObject data, @Nullable Buffer sound) {

    private static final String TRANSCRIPTION = "post_call_transcription";
    private static final String AUDIO = "post_call_audio";
    private static final String OPEN_TELEMETRY = "_otel";

    /** ElevenLabs names the subscription; how it calls the webhook itself is not documented, but assumed. */
    private static final String UNREDACTED = "_unredacted";

    private static final String FULL_AUDIO = "full_audio";

    PostCallEvent(String type, JsonObject data) {
        this(type, data, null);
    }

    static PostCallEvent transcription(Conversation conversation, Setup setup) {
        if (setup.transcripts() == Format.OPEN_TELEMETRY) {
            return new PostCallEvent(
                    TRANSCRIPTION + OPEN_TELEMETRY, ids(conversation).put("otlp_traces", OtlpTraces.of(conversation)));
        }
        JsonObject data = ConversationView.whole(conversation);
        if (setup.withoutTranscript()) {
            data.remove("transcript");
        }
        return new PostCallEvent(TRANSCRIPTION, data);
    }

    static PostCallEvent audio(Conversation conversation) {
        Buffer sound = Buffer.buffer(SilentMp3.of(conversation));
        return new PostCallEvent(AUDIO, ids(conversation).put(FULL_AUDIO, ""), sound);
    }

    static PostCallEvent initiationFailure(String agentId, String conversationId, String reason) {
        JsonObject call = new JsonObject().put("CallSid", "CA" + conversationId).put("CallStatus", reason);
        JsonObject data = new JsonObject()
                .put("agent_id", agentId)
                .put("conversation_id", conversationId)
                .put("failure_reason", reason)
                .put("metadata", new JsonObject().put("type", "twilio").put("body", call));
        return new PostCallEvent("call_initiation_failure", data);
    }

    /** The same, before anything was blacked out. Nothing is blacked out here. */
    PostCallEvent unredacted() {
        return new PostCallEvent(type + UNREDACTED, data, sound);
    }

    String conversationId() {
        return String.valueOf(data.getValue("conversation_id", ""));
    }

    /** Audio alone comes in chunks, and transcriptions alone are ever sent again. */
    boolean isAudio() {
        return sound != null;
    }

    boolean mayBeRetried() {
        return type.startsWith(TRANSCRIPTION);
    }

    /** The sound may be tens of megabytes: it is written where it belongs, and never a string. */
    Buffer body(Instant now) {
        String json = new JsonObject()
                .put("type", type)
                .put("event_timestamp", now.getEpochSecond())
                .put("data", data)
                .encode();
        if (sound == null) {
            return Buffer.buffer(json);
        }
        byte[] encoded = Base64.getEncoder().encode(sound.getBytes());
        String before = "\"" + FULL_AUDIO + "\":\"";
        int place = json.indexOf(before) + before.length();
        return Buffer.buffer(json.length() + encoded.length)
                .appendString(json.substring(0, place))
                .appendBytes(encoded)
                .appendString(json.substring(place));
    }

    private static JsonObject ids(Conversation conversation) {
        return new JsonObject().put("agent_id", conversation.agentId()).put("conversation_id", conversation.id());
    }
}
