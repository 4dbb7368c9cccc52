package dev.colloquy.session.position;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who the interviewer appears to be. {@code voice} is a provider's name of a voice. */
public record Persona(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 60) String voice,
        @NotBlank @Size(max = 500) String style)
        implements Named {}
