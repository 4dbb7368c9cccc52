package dev.colloquy.session.linking;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.parking.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which session a conversation belongs to. Attaching it to the wrong person is worse than not at all. */
sealed interface Match {

    record Found(InterviewId interview) implements Match {}

    /** One of these, as far as can be told; an operator decides. */
    record Several(List<InterviewId> interviews) implements Match {}

    record None() implements Match {}

    /** It is of an interview whose candidate was forgotten, and nobody gets it. */
    record Forgotten() implements Match {}

    /** Operators said that it is of none of those that fit it. */
    record Disowned() implements Match {}

    /** What operators decided. */
    static Match of(Decision decision) {
        var interview = decision.interview();
        return interview == null ? new Disowned() : new Found(interview);
    }

    /**
     * Applies the strongest rule that any session fits; where several fit it, nobody is chosen, nor where a session is
     * named by an id that somebody else may have guessed.
     */
    static Match of(Conversation conversation, List<PracticeSession> sessions, Duration window) {
        return Stream.of(
                        one(fitting(session -> session.isNamedBy(conversation), sessions)),
                        one(fitting(session -> session.claims(conversation), sessions)),
                        doubtful(fitting(session -> session.mayBeNamedBy(conversation), sessions)),
                        one(fitting(session -> session.coincidesWith(conversation, window), sessions)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new None());
    }

    private static Optional<Match> one(List<InterviewId> fitting) {
        return fitting.size() == 1 ? Optional.of(new Found(fitting.getFirst())) : doubtful(fitting);
    }

    private static Optional<Match> doubtful(List<InterviewId> fitting) {
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new Several(fitting));
    }

    private static List<InterviewId> fitting(Predicate<PracticeSession> rule, List<PracticeSession> sessions) {
        return sessions.stream().filter(rule).map(PracticeSession::interviewId).toList();
    }
}
