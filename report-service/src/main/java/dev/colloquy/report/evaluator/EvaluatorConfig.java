package dev.colloquy.report.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** The language model that evaluates. */
@ConfigMapping(prefix = "colloquy.report.evaluator")
public interface EvaluatorConfig {

    /** The model's name at its server. */
    @WithDefault("gpt-4.1")
    @NotBlank
    String model();
}
