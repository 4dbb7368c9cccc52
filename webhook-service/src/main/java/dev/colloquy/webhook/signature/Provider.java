package dev.colloquy.webhook.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who posts webhooks to us. */
public enum Provider {
    @JsonProperty("livekit")
    LIVEKIT,
    @JsonProperty("elevenlabs")
    ELEVENLABS,
    @JsonProperty("openai")
    OPENAI,
    @JsonProperty("tavus")
    TAVUS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
