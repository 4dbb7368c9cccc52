package dev.colloquy.session.interview;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.session.ledger.Blame;
import dev.colloquy.session.ledger.EvaluationStatus;
import dev.colloquy.session.ledger.InterviewStatus;
import dev.colloquy.session.ledger.WebrtcStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record of an interview; {@code duration} in seconds, {@code blame} says why it did not take place. */
public record InterviewView(
        InterviewId interviewId,
        String sessionId,
        @Nullable String conversationId,
        @Nullable String agentId,
        @Nullable String candidateFirstName,
        @Nullable String positionTitle,
        Provider provider,
        @Nullable String roomName,
        InterviewStatus status,
        @Nullable Blame blame,
        WebrtcStatus webrtcStatus,
        @Nullable Instant scheduledAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant clientEndedAt,
        @Nullable EndedBy endedBy,
        @Nullable Long duration,
        @Nullable EgressStatus recordingStatus,
        @Nullable EvaluationStatus evaluationStatus,
        Instant createdAt,
        Instant updatedAt) {

    public static InterviewView of(Interview interview) {
        var about = interview.position;
        return new InterviewView(
                interview.interviewId(),
                interview.clientSessionId,
                interview.conversationId,
                interview.agentId,
                interview.firstName,
                about == null ? null : about.title(),
                interview.provider,
                interview.roomName,
                interview.status,
                interview.blame,
                interview.webrtcStatus,
                interview.scheduledAt,
                interview.startedAt,
                interview.endedAt,
                interview.clientEndedAt,
                interview.endedBy,
                interview.durationSeconds,
                interview.recordingStatus,
                interview.evaluationStatus,
                interview.createdAt,
                interview.updatedAt);
    }
}
