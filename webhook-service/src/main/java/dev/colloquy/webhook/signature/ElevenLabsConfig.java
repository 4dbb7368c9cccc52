package dev.colloquy.webhook.signature;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** ElevenLabs, which tells us when a conversation is processed. */
@ConfigMapping(prefix = "colloquy.elevenlabs")
public interface ElevenLabsConfig {

    /** The secret it signs its webhooks with, at least 16 characters. */
    @NotBlank
    @Size(min = 16)
    String webhookSecret();

    /** The key we ask it with for conversations that it did not tell of. Without one it is not asked. */
    Optional<String> apiKey();
}
