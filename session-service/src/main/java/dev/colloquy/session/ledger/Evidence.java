package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.session.ledger.InterviewState.Ending;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one interview, each once, in the order of their occurrence, and what can be read off them. */
final class Evidence {

    private static final Comparator<RecordedFact> ORDER = Comparator.comparing(RecordedFact::occurredAt)
            .thenComparing(RecordedFact::source)
            .thenComparing(RecordedFact::evidenceId)
            .thenComparing(recorded -> recorded.fact().kind())
            .thenComparing(recorded -> recorded.fact().toString());

    private final List<RecordedFact> facts;

    Evidence(Collection<RecordedFact> facts) {
        this.facts = facts.stream().distinct().sorted(ORDER).toList();
    }

    List<RecordedFact> where(Predicate<Fact> rule) {
        return facts.stream().filter(recorded -> rule.test(recorded.fact())).toList();
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().map(RecordedFact::fact).filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Class<? extends Fact> kind) {
        return all(kind).findAny().isPresent();
    }

    @Nullable
    Instant firstTimeOf(Class<? extends Fact> kind) {
        return facts.stream()
                .filter(recorded -> kind.isInstance(recorded.fact()))
                .map(RecordedFact::occurredAt)
                .findFirst()
                .orElse(null);
    }

    /** When this deadline was reached, each time. */
    Stream<Instant> reached(Deadline deadline) {
        return facts.stream()
                .filter(recorded -> recorded.fact() instanceof Fact.DeadlineReached(var which) && which == deadline)
                .map(RecordedFact::occurredAt);
    }

    boolean isReached(Deadline deadline) {
        return reached(deadline).findAny().isPresent();
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
    Provider provider() {
        return all(Fact.Admitted.class).map(Fact.Admitted::provider).findFirst().orElse(null);
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

    /** Something was said: its teller says so, or the provider has it all. */
    boolean isHeard() {
        return has(Fact.SpeechHeard.class)
                || has(Fact.TranscriptCompleted.class)
                || all(Fact.ConversationCompleted.class).anyMatch(done -> done.deliveryId() != null);
    }

    private Optional<Fact.Scheduled> schedule() {
        return all(Fact.Scheduled.class).reduce((_, last) -> last);
    }

    private @Nullable Ending firstEnding(Function<Fact, Optional<EndedBy>> author) {
        return facts.stream()
                .flatMap(recorded ->
                        author.apply(recorded.fact()).stream().map(by -> new Ending(recorded.occurredAt(), by)))
                .findFirst()
                .orElse(null);
    }
}
