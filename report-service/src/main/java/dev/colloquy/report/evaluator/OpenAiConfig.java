package dev.colloquy.report.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The server of the language model: OpenAI, or one that speaks its chat completions. */
@ConfigMapping(prefix = "colloquy.openai")
public interface OpenAiConfig {

    /** The base of its API, ending in {@code /v1}. */
    @WithDefault("https://api.openai.com/v1")
    URI baseUrl();

    /** The key for it; servers of one's own may need none. */
    Optional<String> apiKey();
}
