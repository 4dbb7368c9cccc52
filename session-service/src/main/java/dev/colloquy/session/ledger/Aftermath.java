package dev.colloquy.session.ledger;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.session.ledger.InterviewState.FinalVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an interview leaves behind: transcript, recording, final versions, evaluation. */
record Aftermath(Evidence evidence) {

    /** The client's word is enough only where nobody else was listening. */
    boolean isTranscriptFinal() {
        var agentListened = evidence.has(Fact.AgentConnected.class);
        return evidence.isReached(Deadline.TRANSCRIPT)
                || evidence.has(Fact.TranscriptMissing.class)
                || evidence.all(Fact.ConversationCompleted.class).anyMatch(done -> done.deliveryId() == null)
                || completions().anyMatch(recorded -> recorded.source() != Witness.CLIENT || !agentListened);
    }

    @Nullable
    Instant transcriptCompletedAt() {
        return completions()
                .map(RecordedFact::occurredAt)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    boolean isRecordingExpected() {
        return evidence.has(Fact.CandidateConnected.class)
                && evidence.all(Fact.Admitted.class)
                        .anyMatch(admitted -> admitted.provider() == Provider.LIVEKIT && admitted.consent());
    }

    /** A recording that was kept outweighs failed ones, and any outweighs the deadline. */
    Fact.@Nullable RecordingEnded recording() {
        var given = evidence.isReached(Deadline.RECORDING) ? new Fact.RecordingEnded(EgressStatus.EXPIRED, null) : null;
        return evidence.all(Fact.RecordingEnded.class)
                .min(Comparator.comparing(ended -> loss(ended.status())))
                .orElse(given);
    }

    @Nullable
    FinalVersion finalised() {
        return evidence.where(Fact.Finalised.class::isInstance).stream()
                .flatMap(recorded -> recorded.fact() instanceof Fact.Finalised(var version, var hash)
                        ? Stream.of(new FinalVersion(version, hash, recorded.occurredAt()))
                        : Stream.empty())
                .max(Comparator.comparing(FinalVersion::number))
                .orElse(null);
    }

    /** The evaluation of the last version; asked only where there is something to evaluate. */
    EvaluationStatus evaluationStatus() {
        var current = finalised();
        return evidence.all(Fact.EvaluationUpdated.class)
                .filter(evaluation -> current != null && evaluation.finalVersion() == current.number())
                .reduce((_, last) -> last)
                .map(last -> last.status() == ReportStatus.FAILED ? EvaluationStatus.FAILED : EvaluationStatus.COMPLETE)
                .orElse(EvaluationStatus.PENDING);
    }

    /** What carried the voices was there, and nobody has told yet that it is gone. */
    boolean isHangUpOwed() {
        var room = evidence.has(Fact.CandidateConnected.class) || evidence.has(Fact.AgentConnected.class);
        var call = evidence.has(Fact.CallStarted.class);
        return !evidence.isReached(Deadline.HANG_UP)
                && ((room && !evidence.has(Fact.RoomFinished.class)) || (call && !evidence.has(Fact.CallEnded.class)));
    }

    private static int loss(EgressStatus status) {
        return switch (status) {
            case COMPLETE, LIMIT_REACHED -> 0;
            case FAILED, ABORTED -> 1;
            case EXPIRED -> 2;
        };
    }

    private Stream<RecordedFact> completions() {
        return evidence.where(Fact.TranscriptCompleted.class::isInstance).stream();
    }
}
