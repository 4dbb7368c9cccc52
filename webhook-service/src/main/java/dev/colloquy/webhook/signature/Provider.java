package dev.colloquy.webhook.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who posts webhooks to us. */
public enum Provider {
    @JsonProperty("livekit")
    LIVEKIT,
    @JsonProperty("elevenlabs")
    ELEVENLABS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
