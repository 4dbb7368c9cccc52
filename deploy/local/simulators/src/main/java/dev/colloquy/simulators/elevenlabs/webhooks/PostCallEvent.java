package dev.colloquy.simulators.elevenlabs.webhooks;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.ConversationView;
import dev.colloquy.simulators.elevenlabs.conversations.SilentMp3;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;

/** One post-call webhook before it is sent. There is no delivery id, as with ElevenLabs. */
record PostCallEvent(String type, JsonObject data) {

    static PostCallEvent transcription(Conversation conversation, boolean withoutTranscript) {
        JsonObject data = ConversationView.whole(conversation);
        if (withoutTranscript) {
            data.remove("transcript");
        }
        return new PostCallEvent("post_call_transcription", data);
    }

    static PostCallEvent audio(Conversation conversation) {
        JsonObject data = new JsonObject()
                .put("agent_id", conversation.agentId())
                .put("conversation_id", conversation.id())
                .put("full_audio", Base64.getEncoder().encodeToString(SilentMp3.of(conversation)));
        return new PostCallEvent("post_call_audio", data);
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

    String conversationId() {
        return data.getString("conversation_id");
    }

    /** Audio alone comes in chunks, and the transcription alone is ever sent again. */
    boolean isAudio() {
        return type.equals("post_call_audio");
    }

    boolean mayBeRetried() {
        return type.equals("post_call_transcription");
    }

    Buffer body(Instant now) {
        return new JsonObject()
                .put("type", type)
                .put("event_timestamp", now.getEpochSecond())
                .put("data", data)
                .toBuffer();
    }
}
