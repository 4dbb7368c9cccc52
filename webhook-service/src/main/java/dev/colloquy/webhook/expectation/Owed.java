package dev.colloquy.webhook.expectation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a provider may owe us about an interview. */
public enum Owed {
    /** LiveKit: who comes into the room and leaves it, and that it is closed. */
    @JsonProperty("room")
    ROOM,
    /** LiveKit: how the room's recordings ended. */
    @JsonProperty("recording")
    RECORDING,
    /** ElevenLabs: what was said. */
    @JsonProperty("conversation")
    CONVERSATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
