package dev.colloquy.session.ledger;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.session.ledger.InterviewState.Ending;
import dev.colloquy.session.ledger.InterviewState.FinalVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one interview, each once, in the order of their occurrence, and the rules that read them. */
final class Evidence {

    private static final Comparator<RecordedFact> ORDER = Comparator.comparing(RecordedFact::occurredAt)
            .thenComparing(RecordedFact::source)
            .thenComparing(RecordedFact::evidenceId)
            .thenComparing(recorded -> recorded.fact().getClass().getName());

    private final List<RecordedFact> facts;

    Evidence(Collection<RecordedFact> facts) {
        this.facts = facts.stream().distinct().sorted(ORDER).toList();
    }

    List<RecordedFact> where(Predicate<Fact> rule) {
        return facts.stream().filter(recorded -> rule.test(recorded.fact())).toList();
    }

    InterviewStatus status(Presence presence) {
        if (ended() != null) {
            return InterviewStatus.COMPLETED;
        }
        if (presence.connectedFirstAt() != null) {
            return InterviewStatus.IN_PROGRESS;
        }
        if (has(Fact.Cancelled.class)) {
            return InterviewStatus.CANCELLED;
        }
        return isNoShow() ? InterviewStatus.NO_SHOW : InterviewStatus.SCHEDULED;
    }

    WebrtcStatus webrtcStatus(Presence presence) {
        if (presence.connectedFirstAt() == null) {
            return has(Fact.Admitted.class) ? WebrtcStatus.CONNECTING : WebrtcStatus.PENDING;
        }
        return presence.connected() && ended() == null ? WebrtcStatus.CONNECTED : WebrtcStatus.DISCONNECTED;
    }

    @Nullable
    Instant scheduledAt() {
        return schedule().map(Fact.Scheduled::scheduledAt).orElse(null);
    }

    @Nullable
    Instant closesAt() {
        return schedule().map(Fact.Scheduled::closesAt).orElse(null);
    }

    @Nullable
    Instant admittedAt() {
        return facts.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.Admitted)
                .map(RecordedFact::occurredAt)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String callId() {
        return all(Fact.CallStarted.class)
                .map(Fact.CallStarted::callId)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    @Nullable
    Instant clientEndedAt() {
        return facts.stream()
                .filter(recorded -> recorded.source() == Witness.CLIENT)
                .filter(recorded ->
                        recorded.fact() instanceof Fact.EndRequested || recorded.fact() instanceof Fact.ConnectionLost)
                .map(RecordedFact::occurredAt)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Ending endRequested() {
        return firstEnding(fact -> fact instanceof Fact.EndRequested(var by) ? Optional.of(by) : Optional.empty());
    }

    @Nullable
    Ending ended() {
        return firstEnding(fact -> fact instanceof Fact.Ended(var by) ? Optional.of(by) : Optional.empty());
    }

    /** The client's word is enough only where nobody else was listening. */
    boolean isTranscriptFinal() {
        var agentListened = has(Fact.AgentConnected.class);
        return has(new Fact.DeadlineReached(Deadline.TRANSCRIPT))
                || all(Fact.ConversationCompleted.class).anyMatch(done -> done.deliveryId() == null)
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
        return has(new Fact.Admitted(Provider.LIVEKIT, true)) && has(Fact.CandidateConnected.class);
    }

    /** A recording that was kept outweighs failed ones, and any outweighs the deadline. */
    Fact.@Nullable RecordingEnded recording() {
        var given = has(new Fact.DeadlineReached(Deadline.RECORDING))
                ? new Fact.RecordingEnded(EgressStatus.EXPIRED, null)
                : null;
        return all(Fact.RecordingEnded.class)
                .min(Comparator.comparing(ended -> loss(ended.status())))
                .orElse(given);
    }

    @Nullable
    FinalVersion finalised() {
        return facts.stream()
                .flatMap(recorded -> recorded.fact() instanceof Fact.Finalised(var version, var hash)
                        ? Stream.of(new FinalVersion(version, hash, recorded.occurredAt()))
                        : Stream.empty())
                .max(Comparator.comparing(FinalVersion::number))
                .orElse(null);
    }

    @Nullable
    EvaluationStatus evaluationStatus() {
        if (ended() == null) {
            return null;
        }
        var current = finalised();
        return all(Fact.EvaluationUpdated.class)
                .filter(evaluation -> current != null && evaluation.finalVersion() == current.number())
                .reduce((_, last) -> last)
                .map(last -> last.status() == ReportStatus.FAILED ? EvaluationStatus.FAILED : EvaluationStatus.COMPLETE)
                .orElse(EvaluationStatus.PENDING);
    }

    private Optional<Fact.Scheduled> schedule() {
        return all(Fact.Scheduled.class).reduce((_, last) -> last);
    }

    /** A link that closed before the interview was given a new time says nothing. */
    private boolean isNoShow() {
        var closesAt = closesAt();
        return !has(Fact.Admitted.class)
                && facts.stream()
                        .filter(recorded -> recorded.fact().equals(new Fact.DeadlineReached(Deadline.NO_SHOW)))
                        .anyMatch(recorded ->
                                closesAt == null || !recorded.occurredAt().isBefore(closesAt));
    }

    private static int loss(EgressStatus status) {
        return switch (status) {
            case COMPLETE, LIMIT_REACHED -> 0;
            case FAILED, ABORTED -> 1;
            case EXPIRED -> 2;
        };
    }

    private Stream<RecordedFact> completions() {
        return facts.stream().filter(recorded -> recorded.fact() instanceof Fact.TranscriptCompleted);
    }

    private boolean has(Class<? extends Fact> kind) {
        return all(kind).findAny().isPresent();
    }

    private boolean has(Fact fact) {
        return facts.stream().anyMatch(recorded -> recorded.fact().equals(fact));
    }

    private <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().map(RecordedFact::fact).filter(kind::isInstance).map(kind::cast);
    }

    private @Nullable Ending firstEnding(Function<Fact, Optional<EndedBy>> author) {
        return facts.stream()
                .flatMap(recorded ->
                        author.apply(recorded.fact()).stream().map(by -> new Ending(recorded.occurredAt(), by)))
                .findFirst()
                .orElse(null);
    }
}
