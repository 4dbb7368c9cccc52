package dev.colloquy.session.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.session.ledger.InterviewState.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InterviewStateTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Fact ADMITTED = new Fact.Admitted(Provider.LIVEKIT, true);
    private static final Fact JOINED = new Fact.CandidateConnected("PA_1");
    private static final Fact LEFT = new Fact.CandidateLeft("PA_1");
    private static final Fact ENDED = new Fact.Ended(EndedBy.USER);
    private static final Fact COMPLETED = new Fact.TranscriptCompleted();
    private static final Fact RECORDED = new Fact.RecordingEnded(EgressStatus.COMPLETE, "recordings/a.ogg");

    @Test
    @DisplayName("S10: the order and the number of deliveries of the facts do not matter")
    void isAFunctionOfTheSetOfFacts() {
        var story = List.of(
                at(0, new Fact.Scheduled(START, START.plusSeconds(3600))),
                at(1, ADMITTED),
                at(2, JOINED),
                at(2, new Fact.AgentConnected("PA_2")),
                at(100, LEFT),
                at(130, new Fact.CandidateConnected("PA_3")),
                at(600, new Fact.EndRequested(EndedBy.USER), Witness.CLIENT),
                at(600, ENDED),
                at(601, new Fact.CandidateLeft("PA_3")),
                at(602, COMPLETED, Witness.AGENT),
                at(603, new Fact.RoomFinished("RM_1")),
                at(640, RECORDED),
                at(641, new Fact.Finalised(1, "hash")),
                at(700, new Fact.EvaluationUpdated(UUID.randomUUID(), 1, ReportStatus.COMPLETE)));
        var expected = InterviewState.of(story);
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var shuffled = new ArrayList<>(story);
            shuffled.addAll(story.subList(0, random.nextInt(story.size())));
            Collections.shuffle(shuffled, random);
            assertEquals(expected, InterviewState.of(shuffled));
        }
        assertEquals(InterviewStatus.COMPLETED, expected.status());
        assertEquals(EvaluationStatus.COMPLETE, expected.evaluationStatus());
        assertEquals(second(2), expected.startedAt());
        assertEquals(Map.of(), expected.awaiting());
    }

    @Test
    @DisplayName("S9: a call does not keep a candidate there whose socket is lost")
    void missesTheCandidateOfACallWhoseSocketIsLost() {
        var call = at(1, new Fact.CallStarted("rtc_1"));
        var first = at(2, new Fact.MediaConnected("c-1"));
        assertEquals(
                second(9),
                of(call, first, at(9, new Fact.ConnectionLost("c-1"))).awaySince());
    }

    @Test
    @DisplayName("S9: of several sockets the newest tells whether the candidate is there")
    void believesTheNewestSocket() {
        var first = at(2, new Fact.MediaConnected("c-1"));
        var second = at(5, new Fact.MediaConnected("c-2"));
        assertNull(of(first, second).awaySince());
        assertEquals(
                second(9),
                of(first, second, at(9, new Fact.ConnectionLost("c-2"))).awaySince());
    }

    @Test
    @DisplayName("S7: a candidate who was let in and called off is shown out, unless he has connected")
    void endsWhatIsCalledOffAfterTheAdmission() {
        var cancelled = at(3, new Fact.Cancelled());
        var calledOff = of(at(1, ADMITTED), cancelled);
        assertTrue(calledOff.mustEnd());
        assertEquals(InterviewStatus.CANCELLED, calledOff.status());
        var ended = of(at(1, ADMITTED), cancelled, at(3, new Fact.Ended(EndedBy.OPERATOR)));
        assertEquals(InterviewStatus.CANCELLED, ended.status());
        assertFalse(ended.mustFinalise());
        assertNull(ended.evaluationStatus());
        assertTrue(ended.transcriptFinal());
        assertFalse(of(cancelled).mustEnd());
        assertFalse(of(at(1, ADMITTED), at(2, JOINED), cancelled).mustEnd());
    }

    @Test
    @DisplayName("S7: later evidence does not change the decision that it is over")
    void keepsTheFirstEnd() {
        var state = of(at(5, JOINED), at(10, ENDED), at(3, new Fact.EndRequested(EndedBy.OPERATOR)));
        assertEquals(new Ending(second(10), EndedBy.USER), state.ended());
        assertFalse(state.mustEnd());
        assertTrue(of(at(3, new Fact.EndRequested(EndedBy.OPERATOR))).mustEnd());
    }

    @Test
    void tellsHowFarAnInterviewHasCome() {
        assertEquals(InterviewStatus.SCHEDULED, of().status());
        assertEquals(WebrtcStatus.PENDING, of().webrtcStatus());
        assertEquals(WebrtcStatus.CONNECTING, of(at(1, ADMITTED)).webrtcStatus());
        assertEquals(
                InterviewStatus.IN_PROGRESS, of(at(1, ADMITTED), at(2, JOINED)).status());
        assertEquals(WebrtcStatus.CONNECTED, of(at(2, JOINED)).webrtcStatus());
        assertEquals(WebrtcStatus.DISCONNECTED, of(at(2, JOINED), at(3, ENDED)).webrtcStatus());
        assertEquals(InterviewStatus.CANCELLED, of(at(1, new Fact.Cancelled())).status());
    }

    @Test
    @DisplayName("S9: a candidate is away from the loss of the last connection until the next one")
    void knowsWhenTheCandidateIsAway() {
        var rejoined = new Fact.CandidateConnected("PA_9");
        assertNull(of(at(1, JOINED)).awaySince());
        assertEquals(second(5), of(at(1, JOINED), at(5, LEFT)).awaySince());
        assertNull(of(at(1, JOINED), at(5, LEFT), at(4, rejoined)).awaySince());
        assertEquals(
                second(5), of(at(1, JOINED), at(5, new Fact.RoomFinished("RM"))).awaySince());
        assertNull(of(at(1, JOINED), at(5, new Fact.RoomFinished("RM")), at(6, rejoined))
                .awaySince());
        assertEquals(
                Map.of(Deadline.RECONNECT, second(5), Deadline.TIME_LIMIT, second(1)),
                of(at(1, JOINED), at(5, LEFT)).awaiting());
        assertEquals(second(5), of(at(5, lost())).awaySince());
        var socket = new Fact.ConnectionLost("c-1");
        assertNull(of(at(5, socket)).awaySince());
        assertEquals(
                second(5),
                of(at(5, socket), at(2, new Fact.MediaConnected("c-1"))).awaySince());
        assertNull(of(at(5, lost()), at(7, new Fact.CallStarted("rtc_1"))).awaySince());
    }

    @Test
    @DisplayName("S9: what a server sees connected outranks a client that says it lost the connection")
    void believesTheServersBeforeTheClient() {
        assertNull(of(at(1, JOINED), at(5, lost())).awaySince());
        assertEquals(WebrtcStatus.CONNECTED, of(at(1, JOINED), at(5, lost())).webrtcStatus());
        assertEquals(second(9), of(at(1, JOINED), at(5, lost()), at(9, LEFT)).awaySince());
        var call = at(1, new Fact.CallStarted("rtc_1"));
        assertNull(of(call, at(5, lost())).awaySince());
        assertEquals(
                second(7),
                of(call, at(5, lost()), at(7, new Fact.CallEnded("rtc_1"))).awaySince());
        assertNull(of(at(1, new Fact.MediaConnected("c-1")), at(5, lost())).awaySince());
    }

    @Test
    @DisplayName("S7: whoever was let in has until the time limit, connected or not")
    void limitsTheTimeFromTheAdmissionToTheEnd() {
        assertEquals(
                Map.of(Deadline.TIME_LIMIT, second(1), Deadline.MEDIA, second(1)),
                of(at(1, ADMITTED)).awaiting());
        assertEquals(
                Map.of(Deadline.TIME_LIMIT, second(2), Deadline.AGENT, second(2)),
                of(at(1, ADMITTED), at(2, JOINED)).awaiting());
        assertEquals(Map.of(Deadline.TIME_LIMIT, second(2)), of(at(2, JOINED)).awaiting());
        assertEquals(second(5), of(at(5, ADMITTED), at(2, JOINED)).awaiting().get(Deadline.TIME_LIMIT));
        assertFalse(of(at(1, ADMITTED), at(9, ENDED)).awaiting().containsKey(Deadline.TIME_LIMIT));
        assertEquals(Map.of(), of(at(1, ADMITTED), at(2, new Fact.Cancelled())).awaiting());
    }

    @Test
    @DisplayName("S11: who was never let in until the link closed did not come, unless there is a new time")
    void tellsWhoDidNotCome() {
        var scheduled = at(0, new Fact.Scheduled(START, second(60)));
        var closed = at(61, reached(Deadline.NO_SHOW));
        assertEquals(Map.of(Deadline.NO_SHOW, second(60)), of(scheduled).awaiting());
        assertEquals(InterviewStatus.NO_SHOW, of(scheduled, closed).status());
        assertEquals(Map.of(), of(scheduled, closed).awaiting());
        assertFalse(of(scheduled, closed).mustEnd());
        assertFalse(of(scheduled, closed).mustFinalise());
        var again = at(70, new Fact.Scheduled(second(80), second(90)));
        assertEquals(InterviewStatus.SCHEDULED, of(scheduled, closed, again).status());
        assertEquals(
                Map.of(Deadline.NO_SHOW, second(90)),
                of(scheduled, closed, again).awaiting());
        assertEquals(
                InterviewStatus.SCHEDULED,
                of(scheduled, at(5, ADMITTED), closed).status());
    }

    @Test
    @DisplayName("P1: finalised when the end, the transcript and the recording are known, or their deadlines reached")
    void finalisesWhenNothingIsAwaited() {
        var ended = List.of(at(1, ADMITTED), at(2, JOINED), at(10, ENDED));
        assertEquals(
                Map.of(Deadline.TRANSCRIPT, second(10), Deadline.RECORDING, second(10), Deadline.HANG_UP, second(10)),
                InterviewState.of(ended).awaiting());
        assertFalse(with(ended, at(11, COMPLETED, Witness.AGENT)).mustFinalise());
        assertTrue(
                with(ended, at(11, COMPLETED, Witness.AGENT), at(12, RECORDED)).mustFinalise());
        assertTrue(with(ended, at(70, reached(Deadline.TRANSCRIPT)), at(90, reached(Deadline.RECORDING)))
                .mustFinalise());
        var finalised = at(13, new Fact.Finalised(1, "hash"));
        assertFalse(with(ended, at(11, COMPLETED, Witness.AGENT), at(12, RECORDED), finalised)
                .mustFinalise());
        assertTrue(with(ended, at(14, COMPLETED, Witness.AGENT), at(12, RECORDED), finalised)
                .mustFinalise());
    }

    @Test
    void expectsARecordingOnlyWithConsentAndACandidateInTheRoom() {
        assertTrue(of(at(1, ADMITTED), at(2, JOINED)).recordingExpected());
        assertFalse(of(at(1, ADMITTED)).recordingExpected());
        assertFalse(of(at(1, new Fact.Admitted(Provider.LIVEKIT, false)), at(2, JOINED))
                .recordingExpected());
        assertFalse(of(at(1, new Fact.Admitted(Provider.OPENAI, true)), at(2, JOINED))
                .recordingExpected());
    }

    @Test
    void prefersAKeptRecordingToAFailedOneAndEitherToTheDeadline() {
        var failed = new Fact.RecordingEnded(EgressStatus.FAILED, null);
        assertEquals(RECORDED, of(at(5, failed), at(9, RECORDED)).recording());
        assertEquals(
                failed, of(at(5, reached(Deadline.RECORDING)), at(9, failed)).recording());
        var expired = of(at(5, reached(Deadline.RECORDING))).recording();
        assertNotNull(expired);
        assertEquals(EgressStatus.EXPIRED, expired.status());
    }

    @Test
    @DisplayName("S8: the client's word completes a transcript only where no agent listened")
    void doesNotTakeTheClientsWordOverTheAgents() {
        var byClient = at(11, COMPLETED, Witness.CLIENT);
        assertTrue(of(at(10, ENDED), byClient).transcriptFinal());
        assertFalse(of(at(2, new Fact.AgentConnected("PA_2")), at(10, ENDED), byClient)
                .transcriptFinal());
        assertTrue(of(at(10, ENDED), at(11, new Fact.ConversationCompleted("conv_1", null)))
                .transcriptFinal());
        assertFalse(of(at(10, ENDED), at(11, new Fact.ConversationCompleted("conv_1", UUID.randomUUID())))
                .transcriptFinal());
    }

    @Test
    void showsTheEvaluationOfTheLastVersionOnly() {
        var ended = List.of(at(10, ENDED), at(11, COMPLETED, Witness.AGENT));
        var evaluated = at(20, new Fact.EvaluationUpdated(UUID.randomUUID(), 1, ReportStatus.PARTIAL));
        assertNull(of().evaluationStatus());
        assertEquals(EvaluationStatus.PENDING, InterviewState.of(ended).evaluationStatus());
        assertEquals(
                EvaluationStatus.COMPLETE,
                with(ended, at(12, new Fact.Finalised(1, "a")), evaluated).evaluationStatus());
        assertEquals(
                EvaluationStatus.PENDING,
                with(ended, at(12, new Fact.Finalised(1, "a")), evaluated, at(30, new Fact.Finalised(2, "b")))
                        .evaluationStatus());
    }

    private static InterviewState of(RecordedFact... facts) {
        return InterviewState.of(List.of(facts));
    }

    private static InterviewState with(List<RecordedFact> facts, RecordedFact... more) {
        var all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return InterviewState.of(all);
    }

    private static Fact lost() {
        return new Fact.ConnectionLost(null);
    }

    private static Fact reached(Deadline deadline) {
        return new Fact.DeadlineReached(deadline);
    }

    private static RecordedFact at(int second, Fact fact) {
        return at(second, fact, Witness.SESSION);
    }

    private static RecordedFact at(int second, Fact fact, Witness witness) {
        return new RecordedFact(fact, witness, fact + "@" + second, second(second));
    }

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }
}
