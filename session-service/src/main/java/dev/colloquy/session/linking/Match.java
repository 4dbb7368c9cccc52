package dev.colloquy.session.linking;

import dev.colloquy.events.InterviewId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which practice session a conversation belongs to. Attaching it to the wrong person is worse than not at all. */
sealed interface Match {

    record Found(InterviewId interview) implements Match {}

    record Several(List<InterviewId> interviews) implements Match {}

    record None() implements Match {}

    /** It is of an interview whose candidate was forgotten, and nobody gets it. */
    record Forgotten() implements Match {}

    /** Applies the strongest rule that any session fits; where several fit it, nobody is chosen. */
    static Match of(Conversation conversation, List<PracticeSession> sessions, Duration window) {
        return Stream.<Predicate<PracticeSession>>of(
                        session -> session.isNamedBy(conversation),
                        session -> session.claims(conversation),
                        session -> session.coincidesWith(conversation, window))
                .map(rule -> fitting(rule, sessions))
                .filter(fitting -> !fitting.isEmpty())
                .findFirst()
                .<Match>map(fitting -> fitting.size() == 1 ? new Found(fitting.getFirst()) : new Several(fitting))
                .orElse(new None());
    }

    private static List<InterviewId> fitting(Predicate<PracticeSession> rule, List<PracticeSession> sessions) {
        return sessions.stream().filter(rule).map(PracticeSession::interviewId).toList();
    }
}
