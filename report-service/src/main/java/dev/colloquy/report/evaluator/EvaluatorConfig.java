package dev.colloquy.report.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The language model that evaluates. */
@ConfigMapping(prefix = "colloquy.report")
public interface EvaluatorConfig {

    /** The model's name at the server of {@code quarkus.rest-client.model.url}. */
    @WithDefault("gpt-4.1")
    String model();

    /** The key for that server; servers of one's own may need none. */
    Optional<String> apiKey();
}
