package dev.colloquy.gateway.call;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** The realtime provider, OpenAI or one that speaks its interface. */
@ConfigMapping(prefix = "colloquy.openai")
public interface OpenAiConfig {

    /** The base of the API, ending in {@code /v1}. */
    URI baseUrl();

    /** The key calls are placed with; never leaves the server. */
    @NotBlank
    String apiKey();
}
