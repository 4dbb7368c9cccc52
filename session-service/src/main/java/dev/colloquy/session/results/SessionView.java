package dev.colloquy.session.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.EvaluationStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a client finds its interview: {@code interviewId} is null until the transcript is final. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionView(
        @Nullable InterviewId interviewId,
        @Nullable String conversationId,
        String status,
        @Nullable EvaluationStatus evaluationStatus) {

    static SessionView of(Interview interview) {
        var awaitsTranscript = interview.endedAt != null && !interview.transcriptFinal;
        return new SessionView(
                awaitsTranscript ? null : interview.interviewId(),
                interview.conversationId,
                awaitsTranscript ? "ended_pending_webhook" : status(interview),
                interview.evaluationStatus);
    }

    private static String status(Interview interview) {
        var practising = interview.scheduledAt == null && interview.endedAt == null;
        return practising ? "started" : interview.status.name().toLowerCase(Locale.ROOT);
    }
}
