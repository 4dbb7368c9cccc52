package dev.colloquy.session.position;

import java.util.List;
import java.util.UUID;

/** A position as it was when an interview began: what is asked and judged does not change afterwards. */
public record PositionSnapshot(
        UUID positionId,
        String title,
        String company,
        List<String> values,
        List<Competency> competencies,
        Persona persona,
        String language,
        int timeLimitSeconds) {}
