package dev.colloquy.session.agent;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.position.Competency;
import dev.colloquy.session.position.Persona;
import dev.colloquy.session.position.PositionSnapshot;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TurnView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything the interviewer needs to know; with the transcript so far, for one that comes back.
 *
 * @param timeLimitSeconds how long the whole interview may take
 * @param endsAt when that time is over; coming back gives nobody more of it
 * @param remainingSeconds how much of it is left
 */
record AgentContextView(
        InterviewId interviewId,
        TenantId tenant,
        @Nullable String candidateFirstName,
        @Nullable String resumeText,
        AskedFor position,
        Persona persona,
        List<Persona> personas,
        boolean video,
        String language,
        Provider provider,
        int timeLimitSeconds,
        Instant endsAt,
        long remainingSeconds,
        boolean recording,
        List<Said> transcript) {

    record AskedFor(String title, String company, List<String> values, List<Competency> competencies) {}

    record Said(Speaker speaker, String text) {

        static Said of(TurnView turn) {
            return new Said(turn.speaker(), turn.text());
        }
    }

    static AgentContextView of(Interview interview, PositionSnapshot about, Transcript transcript, Instant now) {
        var endsAt = Objects.requireNonNull(interview.admittedAt).plus(interview.timeLimit());
        return new AgentContextView(
                interview.interviewId(),
                interview.tenantId(),
                interview.firstName,
                interview.resumeText,
                new AskedFor(about.title(), about.company(), about.values(), about.competencies()),
                about.persona(),
                about.personas(),
                about.video() && interview.consent,
                about.language(),
                interview.provider,
                about.timeLimitSeconds(),
                endsAt,
                Math.max(0, Duration.between(now, endsAt).toSeconds()),
                interview.consent,
                transcript.turns().stream().map(Said::of).toList());
    }
}
