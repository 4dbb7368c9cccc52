package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an interview make of it. A pure function of the set of facts: their order and number of deliveries
 * do not matter, and neither clock nor database is asked. The statuses and how one leads to another are drawn in the
 * README of this package.
 *
 * @param mediaAwaited the candidate was let in, and it is worth waiting for his first sound or picture
 * @param agentAwaited the candidate is or was in the room, and it is worth waiting for the interviewer
 * @param awaySince when the candidate lost the last connection, while there is none
 * @param transcriptFinal no more of the transcript is waited for
 * @param hangUpOwed nobody has told yet that the room or the call is gone
 * @param blame why it did not take place, if nobody met
 */
public record InterviewState(
        InterviewStatus status,
        WebrtcStatus webrtcStatus,
        @Nullable Instant scheduledAt,
        @Nullable Instant closesAt,
        @Nullable Instant admittedAt,
        @Nullable String callId,
        @Nullable Instant startedAt,
        boolean mediaAwaited,
        boolean agentAwaited,
        @Nullable Instant clientEndedAt,
        @Nullable Ending endRequested,
        @Nullable Ending ended,
        @Nullable Instant awaySince,
        boolean transcriptFinal,
        @Nullable Instant transcriptCompletedAt,
        boolean recordingExpected,
        Fact.@Nullable RecordingEnded recording,
        boolean hangUpOwed,
        @Nullable FinalVersion finalised,
        @Nullable EvaluationStatus evaluationStatus,
        @Nullable Blame blame) {

    /** An end and its author. */
    public record Ending(Instant at, EndedBy by) {}

    /** What was finalised, and when. */
    public record FinalVersion(int number, String transcriptHash, Instant at) {}

    public static InterviewState of(Collection<RecordedFact> facts) {
        var evidence = new Evidence(facts);
        var presence = Presence.of(evidence);
        return of(evidence, presence, Verdict.of(evidence, presence), new Aftermath(evidence));
    }

    private static InterviewState of(Evidence evidence, Presence presence, Verdict verdict, Aftermath after) {
        return new InterviewState(
                verdict.status(),
                webrtcStatus(evidence, presence),
                evidence.scheduledAt(),
                evidence.closesAt(),
                evidence.firstTimeOf(Fact.Admitted.class),
                evidence.callId(),
                presence.connectedFirstAt(),
                Absence.isMediaAwaited(evidence, presence),
                Absence.isAgentAwaited(evidence),
                evidence.clientEndedAt(),
                endRequested(evidence, verdict.calledOffAt()),
                evidence.ended(),
                presence.awaySince(),
                after.isTranscriptFinal() || (evidence.ended() != null && !verdict.isCompleted()),
                after.transcriptCompletedAt(),
                after.isRecordingExpected(),
                after.recording(),
                after.isHangUpOwed(),
                after.finalised(),
                verdict.isCompleted() ? after.evaluationStatus() : null,
                verdict.blame());
    }

    /** What is waited for, with a limit, and the time since which it is. */
    public Map<Deadline, Instant> awaiting() {
        return Awaiting.of(this);
    }

    /** An end was asked for and has not been decided yet. */
    public boolean mustEnd() {
        return endRequested != null && ended == null;
    }

    /** Everything an evaluation needs is known or given up on, and has not been finalised as it is now. */
    public boolean mustFinalise() {
        return status == InterviewStatus.COMPLETED
                && transcriptFinal
                && (recording != null || !recordingExpected)
                && (finalised == null || isCompletedAfter(finalised));
    }

    /** Neither over nor off. */
    boolean isOpen() {
        return status == InterviewStatus.SCHEDULED || status == InterviewStatus.IN_PROGRESS;
    }

    private boolean isCompletedAfter(FinalVersion version) {
        return transcriptCompletedAt != null && transcriptCompletedAt.isAfter(version.at());
    }

    private static WebrtcStatus webrtcStatus(Evidence evidence, Presence presence) {
        if (presence.media()) {
            var connected = presence.connected() && evidence.ended() == null;
            return connected ? WebrtcStatus.CONNECTED : WebrtcStatus.DISCONNECTED;
        }
        var expected = evidence.has(Fact.Admitted.class) || presence.connectedFirstAt() != null;
        return expected ? WebrtcStatus.CONNECTING : WebrtcStatus.PENDING;
    }

    /** A candidate who was let in and then called off is shown out, as by an operator. */
    private static @Nullable Ending endRequested(Evidence evidence, @Nullable Instant calledOffAt) {
        var request = evidence.endRequested();
        var first = request != null && (calledOffAt == null || request.at().isBefore(calledOffAt));
        return first || calledOffAt == null || !evidence.has(Fact.Admitted.class)
                ? request
                : new Ending(calledOffAt, EndedBy.OPERATOR);
    }
}
