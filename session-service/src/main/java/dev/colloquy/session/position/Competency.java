package dev.colloquy.session.position;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Something a candidate is judged by; its weight counts in relation to those of the position's others. */
public record Competency(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 1000) String description,
        @Min(1) @Max(100) int weight)
        implements Named {}
