package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who carries the media of an interview. */
public enum Provider {
    @JsonProperty("livekit")
    LIVEKIT,
    @JsonProperty("openai")
    OPENAI,
    @JsonProperty("elevenlabs")
    ELEVENLABS
}
