package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.gateway.call.SessionConfig;

/** Notices that the interviewer wants to end, and when the last words have been heard. */
final class Goodbye {

    private boolean speaking;
    private boolean asked;
    private boolean responding;

    /** Whether now is the time to end. */
    boolean hear(JsonNode event) {
        switch (event.path("type").asText()) {
            case "response.created" -> responding = true;
            case "response.done" -> {
                responding = false;
                event.path("response").path("output").forEach(this::notice);
            }
            case "response.output_item.done" -> notice(event.path("item"));
            case "output_audio_buffer.started" -> speaking = true;
            case "output_audio_buffer.stopped", "output_audio_buffer.cleared" -> speaking = false;
            default -> {}
        }
        return asked && !speaking && !responding;
    }

    /** Whether the interviewer has asked to end. */
    boolean isSaid() {
        return asked;
    }

    private void notice(JsonNode item) {
        if (item.path("type").asText().equals("function_call")
                && item.path("name").asText().equals(SessionConfig.END_TOOL)) {
            asked = true;
        }
    }
}
