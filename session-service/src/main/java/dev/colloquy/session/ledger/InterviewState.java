package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an interview make of it. A pure function of the set of facts: their order and number of deliveries
 * do not matter, and neither clock nor database is asked.
 *
 * @param awaySince when the candidate lost the last connection, while there is none
 * @param transcriptFinal no more of the transcript is waited for
 */
public record InterviewState(
        InterviewStatus status,
        WebrtcStatus webrtcStatus,
        @Nullable Instant scheduledAt,
        @Nullable Instant closesAt,
        @Nullable Instant admittedAt,
        @Nullable String callId,
        @Nullable Instant startedAt,
        @Nullable Instant clientEndedAt,
        @Nullable Ending endRequested,
        @Nullable Ending ended,
        @Nullable Instant awaySince,
        boolean transcriptFinal,
        @Nullable Instant transcriptCompletedAt,
        boolean recordingExpected,
        Fact.@Nullable RecordingEnded recording,
        @Nullable FinalVersion finalised,
        @Nullable EvaluationStatus evaluationStatus) {

    /** An end and its author. */
    public record Ending(Instant at, EndedBy by) {}

    /** What was finalised, and when. */
    public record FinalVersion(int number, String transcriptHash, Instant at) {}

    public static InterviewState of(Collection<RecordedFact> facts) {
        var evidence = new Evidence(facts);
        var presence = Presence.of(evidence);
        return new InterviewState(
                evidence.status(presence),
                evidence.webrtcStatus(presence),
                evidence.scheduledAt(),
                evidence.closesAt(),
                evidence.admittedAt(),
                evidence.callId(),
                presence.connectedFirstAt(),
                evidence.clientEndedAt(),
                evidence.endRequested(),
                evidence.ended(),
                presence.awaySince(),
                evidence.isTranscriptFinal(),
                evidence.transcriptCompletedAt(),
                evidence.isRecordingExpected(),
                evidence.recording(),
                evidence.finalised(),
                evidence.evaluationStatus());
    }

    /** What is waited for, with a limit, and the time since which it is. */
    public Map<Deadline, Instant> awaiting() {
        var awaiting = new EnumMap<Deadline, Instant>(Deadline.class);
        if (ended != null && !transcriptFinal) {
            awaiting.put(Deadline.TRANSCRIPT, ended.at());
        }
        if (ended != null && recordingExpected && recording == null) {
            awaiting.put(Deadline.RECORDING, ended.at());
        }
        if (isOpen() && awaySince != null) {
            awaiting.put(Deadline.RECONNECT, awaySince);
        }
        if (isOpen() && admittedAt != null) {
            awaiting.put(Deadline.TIME_LIMIT, admittedAt);
        }
        if (status == InterviewStatus.SCHEDULED && admittedAt == null && closesAt != null) {
            awaiting.put(Deadline.NO_SHOW, closesAt);
        }
        return awaiting;
    }

    /** An end was asked for and has not been decided yet. */
    public boolean mustEnd() {
        return endRequested != null && ended == null;
    }

    /** Everything an evaluation needs is known or given up on, and has not been finalised as it is now. */
    public boolean mustFinalise() {
        return ended != null && awaiting().isEmpty() && (finalised == null || isCompletedAfter(finalised));
    }

    private boolean isOpen() {
        return status == InterviewStatus.SCHEDULED || status == InterviewStatus.IN_PROGRESS;
    }

    private boolean isCompletedAfter(FinalVersion version) {
        return transcriptCompletedAt != null && transcriptCompletedAt.isAfter(version.at());
    }
}
