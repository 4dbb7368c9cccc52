package dev.colloquy.session.position;

import dev.colloquy.events.Provider;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PositionView(
        UUID id,
        String title,
        String company,
        List<String> values,
        List<Competency> competencies,
        Persona persona,
        String language,
        int timeLimitSeconds,
        @Nullable Provider provider,
        boolean tenantDefault) {

    record Page(List<PositionView> items) {}

    static PositionView of(Position position) {
        var about = position.about;
        return new PositionView(
                position.id,
                about.title(),
                about.company(),
                about.values(),
                about.competencies(),
                about.persona(),
                about.language(),
                about.timeLimitSeconds(),
                position.provider,
                position.tenantDefault);
    }
}
