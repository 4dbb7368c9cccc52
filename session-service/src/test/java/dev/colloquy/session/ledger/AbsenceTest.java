package dev.colloquy.session.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AbsenceTest {

    private static final Fact IN_ROOM = new Fact.Admitted(Provider.LIVEKIT, true);
    private static final Fact IN_CALL = new Fact.Admitted(Provider.OPENAI, true);
    private static final Fact JOINED = new Fact.CandidateConnected("PA_1");
    private static final Fact AGENT = new Fact.AgentConnected("PA_9");
    private static final Fact CALL = new Fact.CallStarted("rtc_1");
    private static final Fact SOCKET_LOST = new Fact.ConnectionLost("c-1");
    private static final Fact TIME_OUT = new Fact.Ended(EndedBy.DEADLINE);

    @Test
    @DisplayName("S11: a candidate whom nobody saw never came")
    void blamesTheCandidateWhomNobodySaw() {
        assertEquals(Blame.CANDIDATE_NEVER_CAME, blame(IN_ROOM, TIME_OUT));
        assertEquals(Blame.CANDIDATE_NEVER_CAME, blame(IN_CALL, TIME_OUT));
        assertEquals(Blame.CANDIDATE_NEVER_CAME, blame(IN_ROOM, AGENT, TIME_OUT));
        var closed = new Fact.DeadlineReached(Deadline.NO_SHOW);
        assertEquals(
                Blame.CANDIDATE_NEVER_CAME,
                blame(new Fact.Scheduled(Histories.START, Histories.second(1)), closed, closed));
    }

    @Test
    @DisplayName("S11: an interviewer who was not in the candidate's room never came")
    void blamesTheAgentWhomTheCandidateWaitedFor() {
        assertEquals(Blame.AGENT_NEVER_CAME, blame(IN_ROOM, JOINED, TIME_OUT));
        assertEquals(
                Blame.AGENT_NEVER_CAME,
                blame(IN_ROOM, JOINED, new Fact.DeadlineReached(Deadline.AGENT), new Fact.Ended(EndedBy.USER)));
        assertNull(blame(IN_ROOM, JOINED, AGENT, TIME_OUT));
        assertNull(blame(IN_ROOM, JOINED, new Fact.CandidateLeft("PA_1"), new Fact.Ended(EndedBy.DISCONNECT)));
    }

    @Test
    @DisplayName("S11: a candidate who was there, but in no room and no call with sound, had no media")
    void tellsThatNoMediaConnected() {
        assertEquals(Blame.MEDIA_NEVER_CONNECTED, blame(IN_ROOM, SOCKET_LOST, TIME_OUT));
        assertEquals(Blame.MEDIA_NEVER_CONNECTED, blame(IN_CALL, CALL, TIME_OUT));
        assertNull(blame(IN_CALL, CALL, new Fact.MediaConnected("c-1"), TIME_OUT));
    }

    @Test
    @DisplayName("S11: a call that was never placed for a candidate who was there is the platform's fault")
    void blamesThePlatformThatPlacedNoCall() {
        assertEquals(Blame.PLATFORM_FAULT, blame(IN_CALL, SOCKET_LOST, TIME_OUT));
    }

    @Test
    @DisplayName("S11: whoever talked has met, and what somebody ended early was broken off")
    void blamesNobodyForWhatTookPlace() {
        assertNull(blame(IN_ROOM, JOINED, new Fact.SpeechHeard(), TIME_OUT));
        assertNull(blame(IN_ROOM, new Fact.TranscriptCompleted(), TIME_OUT));
        assertNull(blame(IN_CALL, new Fact.ConversationCompleted("conv_1", UUID.randomUUID()), TIME_OUT));
        assertNull(blame(IN_ROOM, JOINED, new Fact.Ended(EndedBy.USER)));
        assertNull(blame(new Fact.Admitted(Provider.ELEVENLABS, true), TIME_OUT));
        assertNull(blame(IN_ROOM, TIME_OUT, new Fact.Finalised(1, "hash")));
        assertNull(blame(IN_ROOM));
    }

    @Test
    @DisplayName("S11: what nobody met in is over, awaits nothing but its room's end, and is not evaluated")
    void isNotEvaluated() {
        var absent = state(IN_ROOM, JOINED, TIME_OUT);
        assertEquals(InterviewStatus.NO_SHOW, absent.status());
        assertNotNull(absent.ended());
        assertFalse(absent.mustFinalise());
        assertNull(absent.evaluationStatus());
        assertEquals(Map.of(Deadline.HANG_UP, Histories.second(3)), absent.awaiting());
    }

    @Test
    @DisplayName("S11: that somebody is late is noted once, and only where he could be seen")
    void awaitsMediaAndAgent() {
        assertEquals(Histories.second(1), state(IN_CALL, CALL).awaiting().get(Deadline.MEDIA));
        assertFalse(state(IN_CALL, new Fact.MediaConnected("c-1")).awaiting().containsKey(Deadline.MEDIA));
        assertFalse(state(IN_ROOM, new Fact.DeadlineReached(Deadline.MEDIA))
                .awaiting()
                .containsKey(Deadline.MEDIA));
        assertFalse(
                state(new Fact.Admitted(Provider.ELEVENLABS, true)).awaiting().containsKey(Deadline.MEDIA));
        assertEquals(Histories.second(2), state(IN_ROOM, JOINED).awaiting().get(Deadline.AGENT));
        assertFalse(state(IN_ROOM, JOINED, AGENT).awaiting().containsKey(Deadline.AGENT));
    }

    private static @Nullable Blame blame(Fact... facts) {
        return state(facts).blame();
    }

    /** One fact a second. */
    private static InterviewState state(Fact... facts) {
        var recorded = new ArrayList<RecordedFact>();
        for (var fact : List.of(facts)) {
            recorded.add(Histories.told(fact, Witness.SESSION, recorded.size() + 1));
        }
        return InterviewState.of(recorded);
    }
}
