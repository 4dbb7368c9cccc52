package dev.colloquy.session.position;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A position as it was when an interview began: what is asked and judged does not change afterwards.
 *
 * @param persona who leads the interview, the first of {@code personas}
 * @param personas one, or two that take turns
 * @param video the candidate's picture is recorded, too
 */
public record PositionSnapshot(
        UUID positionId,
        String title,
        String company,
        List<String> values,
        List<Competency> competencies,
        Persona persona,
        List<Persona> personas,
        boolean video,
        String language,
        int timeLimitSeconds) {

    /** Interviews were kept when there was one persona only: it is all of them. */
    public PositionSnapshot {
        personas = Objects.requireNonNullElse(personas, List.of(persona));
    }

    /**
     * The same, led by one of its personas alone.
     *
     * @throws UnknownPersona when it has none of that name
     */
    public PositionSnapshot ledBy(String name) {
        var leader = personas.stream()
                .filter(known -> known.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(UnknownPersona::new);
        return new PositionSnapshot(
                positionId,
                title,
                company,
                values,
                competencies,
                leader,
                List.of(leader),
                video,
                language,
                timeLimitSeconds);
    }
}
