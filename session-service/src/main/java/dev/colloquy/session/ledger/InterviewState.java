package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
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

    /** What is waited for, with a limit. */
    public Set<Deadline> awaiting() {
        var awaiting = EnumSet.noneOf(Deadline.class);
        if (ended == null && awaySince != null) {
            awaiting.add(Deadline.RECONNECT);
        }
        if (ended != null && !transcriptFinal) {
            awaiting.add(Deadline.TRANSCRIPT);
        }
        if (ended != null && recordingExpected && recording == null) {
            awaiting.add(Deadline.RECORDING);
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

    private boolean isCompletedAfter(FinalVersion version) {
        return transcriptCompletedAt != null && transcriptCompletedAt.isAfter(version.at());
    }
}
