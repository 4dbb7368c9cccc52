package dev.colloquy.simulators.elevenlabs.dialogue;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The messages ElevenLabs sends over the conversation socket. */
final class AgentEvent {

    private static final String AGENT_AUDIO = "pcm_24000";
    private static final String USER_AUDIO = "pcm_16000";

    private AgentEvent() {}

    static JsonObject metadata(String conversationId) {
        return of(
                "conversation_initiation_metadata",
                "conversation_initiation_metadata_event",
                new JsonObject()
                        .put("conversation_id", conversationId)
                        .put("agent_output_audio_format", AGENT_AUDIO)
                        .put("user_input_audio_format", USER_AUDIO));
    }

    static JsonObject audio(byte[] pcm, int eventId) {
        JsonObject audio =
                new JsonObject().put("audio_base_64", Base64.getEncoder().encodeToString(pcm));
        return of("audio", "audio_event", audio.put("event_id", eventId));
    }

    static JsonObject agentResponse(String text, int eventId) {
        JsonObject response = new JsonObject().put("agent_response", text);
        return of("agent_response", "agent_response_event", response.put("event_id", eventId));
    }

    /** A piece of a typed answer: {@code start}, {@code delta} or {@code stop}. */
    static JsonObject chatPart(String type, String text, int eventId) {
        JsonObject part = new JsonObject().put("text", text).put("type", type).put("event_id", eventId);
        return of("agent_chat_response_part", "text_response_part", part);
    }

    static JsonObject correction(String original, String corrected, int eventId) {
        JsonObject correction = new JsonObject()
                .put("original_agent_response", original)
                .put("corrected_agent_response", corrected)
                .put("event_id", eventId);
        return of("agent_response_correction", "agent_response_correction_event", correction);
    }

    static JsonObject interruption(int eventId) {
        return of("interruption", "interruption_event", new JsonObject().put("event_id", eventId));
    }

    static JsonObject userTranscript(String text, int eventId) {
        JsonObject transcript = new JsonObject().put("user_transcript", text).put("event_id", eventId);
        return of("user_transcript", "user_transcription_event", transcript);
    }

    static JsonObject voiceScore(double score) {
        return of("vad_score", "vad_score_event", new JsonObject().put("vad_score", score));
    }

    static JsonObject ping(int eventId, @Nullable Long milliseconds) {
        JsonObject ping = new JsonObject().put("event_id", eventId).put("ping_ms", milliseconds);
        return of("ping", "ping_event", ping);
    }

    static JsonObject clientToolCall(String name, String callId, JsonObject parameters, int eventId) {
        JsonObject call = new JsonObject()
                .put("tool_name", name)
                .put("tool_call_id", callId)
                .put("parameters", parameters)
                .put("event_id", eventId);
        return of("client_tool_call", "client_tool_call", call);
    }

    static JsonObject endCall(String callId, int eventId) {
        JsonObject response = new JsonObject()
                .put("tool_name", "end_call")
                .put("tool_call_id", callId)
                .put("tool_type", "system")
                .put("is_error", false)
                .put("is_called", true)
                .put("event_id", eventId);
        return of("agent_tool_response", "agent_tool_response", response);
    }

    static JsonObject error(int code, String type, String message) {
        JsonObject error =
                new JsonObject().put("code", code).put("error_type", type).put("message", message);
        return of("error", "error_event", error);
    }

    private static JsonObject of(String type, String name, JsonObject content) {
        return new JsonObject().put("type", type).put(name, content);
    }
}
