package dev.colloquy.session.position;

import dev.colloquy.events.Provider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position; {@code version} in quotes is its {@code ETag}, {@code persona} the first of {@code personas}. */
record PositionView(
        UUID id,
        String title,
        String company,
        List<String> values,
        List<Competency> competencies,
        Persona persona,
        List<Persona> personas,
        boolean video,
        String language,
        int timeLimitSeconds,
        @Nullable Provider provider,
        boolean tenantDefault,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    record Page(List<PositionView> items, int page, int size, long total) {}

    static PositionView of(Position position) {
        var about = position.about;
        return new PositionView(
                position.id,
                about.title(),
                about.company(),
                about.values(),
                about.competencies(),
                about.persona(),
                about.personas(),
                about.video(),
                about.language(),
                about.timeLimitSeconds(),
                position.provider,
                position.tenantDefault,
                position.version,
                position.createdAt,
                position.updatedAt);
    }
}
