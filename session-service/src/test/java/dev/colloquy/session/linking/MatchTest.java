package dev.colloquy.session.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.parking.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S6: linking")
class MatchTest {

    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** A client's id of its session that nobody else can know, and one that can be guessed. */
    private static final String OURS = UUID.randomUUID().toString();

    private static final String GUESSABLE = "s-1";

    @Test
    void ourIdInTheConversationIsStrongerThanAClaim() {
        var named = session(OURS, "user-1", null, END);
        var claiming = session("s-2", "user-2", "conv", END);
        assertEquals(found(named), match(conversation(OURS, null), named, claiming));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GUESSABLE,
                "practice-1767225600000",
                "00000000-0000-0000-0000-000000000001",
                "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                "1-1-4001-8001-1"
            })
    void anIdThatCanBeGuessedProvesNothingWithoutTheUser(String id) {
        var named = session(id, "user-1", null, END);
        assertEquals(new Match.Several(List.of(named.interviewId())), match(conversation(id, null), named));
        assertEquals(found(named), match(conversation(id, "user-1"), named));
        assertEquals(new Match.None(), match(conversation(id, "user-2"), named));
        var claiming = session(id, "user-1", "conv", END);
        assertEquals(found(claiming), match(conversation(id, null), named, claiming));
    }

    @Test
    void operatorsDecideForOneOrForNone() {
        assertEquals(found(LATE), Match.of(new Decision(LATE.interviewId())));
        assertEquals(new Match.Disowned(), Match.of(new Decision(null)));
    }

    @Test
    void aClaimCountsUnlessTheConversationNamesAnotherSessionOrUser() {
        var claiming = session("s-2", "user-2", "conv", END);
        assertEquals(found(claiming), match(conversation(null, null), claiming));
        assertEquals(new Match.None(), match(conversation("s-1", null), claiming));
        assertEquals(new Match.None(), match(conversation(null, "user-9"), claiming));
    }

    @Test
    void theWindowCountsForTheSameUserAndAgentOnly() {
        assertEquals(found(LATE), match(conversation(null, "user-1"), LATE));
        assertEquals(new Match.None(), match(conversation(null, "user-2"), LATE));
        assertEquals(new Match.None(), match(conversation(null, null), LATE));
        var tooLate = session("s-4", "user-1", null, END.plusSeconds(601));
        assertEquals(new Match.None(), match(conversation(null, "user-1"), tooLate));
        var busy = session("s-5", "user-1", "another-conversation", END);
        assertEquals(new Match.None(), match(conversation(null, "user-1"), busy));
    }

    @Test
    void nobodyIsChosenAmongSeveral() {
        var other = session("s-3", "user-1", null, END.minusSeconds(60));
        assertInstanceOf(Match.Several.class, match(conversation(null, "user-1"), LATE, other));
        var twin = session(OURS, "user-2", null, END);
        var named = session(OURS, "user-1", null, END);
        assertInstanceOf(Match.Several.class, match(conversation(OURS, null), named, twin));
        assertEquals(found(twin), match(conversation(OURS, "user-2"), named, twin));
    }

    private static final PracticeSession LATE = session("s-0", "user-1", null, END.plusSeconds(599));

    private static Match match(Conversation conversation, PracticeSession... sessions) {
        return Match.of(conversation, List.of(sessions), WINDOW);
    }

    private static Match found(PracticeSession session) {
        return new Match.Found(session.interviewId());
    }

    private static Conversation conversation(@Nullable String session, @Nullable String user) {
        return new Conversation("conv", session, user, "agent", END, List.of());
    }

    private static PracticeSession session(
            String clientSessionId, String user, @Nullable String conversation, Instant endedAt) {
        var id = new InterviewId(UUID.randomUUID());
        return new PracticeSession(id, clientSessionId, user, "agent", conversation, endedAt);
    }
}
