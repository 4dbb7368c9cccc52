package dev.colloquy.report.evaluator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evaluation as the model wrote it; well-formed, and not verified. */
public record Draft(
        @NotBlank String summary,
        @NotNull List<@NotNull @Valid Judgement> competencies,
        @NotNull List<@NotBlank String> strengths,
        @NotNull List<@NotBlank String> concerns,
        @NotNull List<@NotBlank String> followUps) {

    /** What the model thinks of one competency. */
    public record Judgement(
            @NotBlank String name,
            @Min(1) @Max(5) @Nullable Integer score,
            @NotBlank String rationale,
            @NotNull List<@NotNull @Valid Claim> quotes) {}

    /** What the model says was said. */
    public record Claim(@NotBlank String entryId, @NotBlank String text) {}
}
