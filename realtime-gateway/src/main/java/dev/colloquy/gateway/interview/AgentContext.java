package dev.colloquy.gateway.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an interviewer needs to know of a live interview. Holds personal data: never logged, never stored here. */
public record AgentContext(
        InterviewId interviewId,
        TenantId tenant,
        @Nullable String candidateFirstName,
        @Nullable String resumeText,
        Position position,
        @Nullable Persona persona,
        @Nullable String language,
        long remainingSeconds,
        boolean recording) {

    public record Position(
            String title,
            @Nullable String company,
            @Nullable List<String> values,
            @Nullable List<Competency> competencies) {}

    public record Competency(String name, @Nullable String description) {}

    public record Persona(
            @Nullable String name,
            @Nullable String voice,
            @Nullable String style) {}
}
