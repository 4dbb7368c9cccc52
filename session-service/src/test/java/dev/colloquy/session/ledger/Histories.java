package dev.colloquy.session.ledger;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What may be told of an interview: how it came about, and then anything, by anybody, at any time. */
final class Histories {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int LONGEST_SECONDS = 4000;
    private static final Arbitrary<String> CONNECTIONS = Arbitraries.of("PA_1", "PA_2", "PA_3", "");
    private static final Arbitrary<String> SOCKETS = Arbitraries.of("c-1", "c-2");
    private static final Arbitrary<String> CALLS = Arbitraries.of("rtc_1", "rtc_2");

    private Histories() {}

    /** First what the interview came about by, as it was recorded; then evidence in the order of its telling. */
    static Arbitrary<List<RecordedFact>> any() {
        return Combinators.combine(beginnings(), evidence().list().ofMaxSize(30))
                .as((first, then) -> {
                    var history = new ArrayList<>(first);
                    history.addAll(then);
                    return history;
                });
    }

    /** Everything a booked interview over LiveKit tells when nothing is lost, in the order of its occurrence. */
    static List<RecordedFact> whole() {
        return List.of(
                told(new Fact.Scheduled(START, second(3600)), Witness.BOOKING, 0),
                told(new Fact.Admitted(Provider.LIVEKIT, true), Witness.BOOKING, 1),
                told(new Fact.CandidateConnected("PA_1"), Witness.LIVEKIT, 2),
                told(new Fact.AgentConnected("PA_9"), Witness.LIVEKIT, 3),
                told(new Fact.ConnectionLost(null), Witness.CLIENT, 100),
                told(new Fact.CandidateLeft("PA_1"), Witness.LIVEKIT, 101),
                told(new Fact.CandidateConnected("PA_2"), Witness.LIVEKIT, 130),
                told(new Fact.EndRequested(EndedBy.USER), Witness.CLIENT, 600),
                told(new Fact.CandidateLeft("PA_2"), Witness.LIVEKIT, 601),
                told(new Fact.TranscriptCompleted(), Witness.AGENT, 602),
                told(new Fact.RoomFinished("RM_1"), Witness.LIVEKIT, 603),
                told(new Fact.RecordingEnded(EgressStatus.COMPLETE, "recordings/a.ogg"), Witness.LIVEKIT, 640));
    }

    private static Arbitrary<List<RecordedFact>> beginnings() {
        var scheduled = told(new Fact.Scheduled(START, second(3600)), Witness.BOOKING, 0);
        var admitted = Combinators.combine(Arbitraries.of(Provider.class), Arbitraries.of(true, false))
                .as((provider, consent) -> told(new Fact.Admitted(provider, consent), Witness.BOOKING, 1));
        var practice = told(new Fact.EndRequested(EndedBy.USER), Witness.CLIENT, 1);
        return Arbitraries.oneOf(
                Arbitraries.just(List.of(scheduled)),
                Arbitraries.just(List.of(practice)),
                admitted.map(fact -> List.of(fact)),
                admitted.map(fact -> List.of(scheduled, fact)));
    }

    private static Arbitrary<RecordedFact> evidence() {
        var seconds = Arbitraries.integers().between(-60, LONGEST_SECONDS);
        return Combinators.combine(facts(), Arbitraries.of(Witness.class), seconds)
                .as(Histories::told);
    }

    /** Decisions and deadlines are nobody's evidence: whoever drives the history takes them. */
    private static Arbitrary<Fact> facts() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Fact.Cancelled()),
                CONNECTIONS.map(Fact.CandidateConnected::new),
                CONNECTIONS.map(Fact.CandidateLeft::new),
                CONNECTIONS.map(Fact.AgentConnected::new),
                CONNECTIONS.map(Fact.RoomFinished::new),
                CALLS.map(Fact.CallStarted::new),
                CALLS.map(Fact.CallEnded::new),
                SOCKETS.map(Fact.MediaConnected::new),
                SOCKETS.injectNull(0.3).map(Fact.ConnectionLost::new),
                Arbitraries.of(EndedBy.class).map(Fact.EndRequested::new),
                Arbitraries.of(true, false)
                        .map(told -> new Fact.ConversationCompleted("conv_1", told ? new UUID(1, 2) : null)),
                Arbitraries.of(EgressStatus.class).map(status -> new Fact.RecordingEnded(status, null)),
                Arbitraries.just(new Fact.TranscriptCompleted()),
                Arbitraries.of(ReportStatus.class).map(status -> new Fact.EvaluationUpdated(new UUID(3, 4), 1, status)),
                Arbitraries.just(new Fact.Unknown("of_tomorrow")));
    }

    static RecordedFact told(Fact fact, Witness witness, int second) {
        return new RecordedFact(fact, witness, fact.toString(), second(second));
    }

    static Instant second(int second) {
        return START.plusSeconds(second);
    }
}
