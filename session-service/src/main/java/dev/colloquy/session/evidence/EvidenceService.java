package dev.colloquy.session.evidence;

import dev.colloquy.events.CallEnded;
import dev.colloquy.events.CallStarted;
import dev.colloquy.events.ConnectionEvent;
import dev.colloquy.events.ConnectionLost;
import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.Event;
import dev.colloquy.events.MediaConnected;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.ParticipantLeft;
import dev.colloquy.events.RoomEvent;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Words what others tell as facts. Evidence has the witness's own id, so that a second telling adds nothing. */
@ApplicationScoped
class EvidenceService {

    private final Chronicle chronicle;

    EvidenceService(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @WithTransaction
    Uni<Void> add(RoomEvent event) {
        var facts = switch (event) {
            case ParticipantJoined joined
            when joined.participant() == ParticipantKind.CANDIDATE ->
                seen(event, new Fact.CandidateConnected(joined.participantSid()), joined.participantSid());
            case ParticipantJoined joined ->
                seen(event, new Fact.AgentConnected(joined.participantSid()), joined.participantSid());
            case ParticipantLeft left
            when left.participant() == ParticipantKind.CANDIDATE ->
                seen(event, new Fact.CandidateLeft(left.participantSid()), left.participantSid());
            case ParticipantLeft _ -> List.<RecordedFact>of();
            case RoomFinished finished -> seen(event, new Fact.RoomFinished(finished.roomSid()), finished.roomSid());
        };
        return chronicle.add(event.interviewId(), facts);
    }

    @WithTransaction
    Uni<Void> add(ConnectionEvent event) {
        var facts = switch (event) {
            case CallStarted call -> seen(event, new Fact.CallStarted(call.callId()), call.callId());
            case CallEnded call -> seen(event, new Fact.CallEnded(call.callId()), call.callId());
            case MediaConnected media ->
                seen(event, new Fact.MediaConnected(media.connectionId()), media.connectionId());
            case ConnectionLost lost -> seen(event, new Fact.ConnectionLost(lost.connectionId()), lost.connectionId());
        };
        return chronicle.add(event.interviewId(), facts);
    }

    @WithTransaction
    Uni<Void> add(EgressEnded event) {
        var egress = event.egressId();
        var evidence = named(egress == null ? "" : egress, event);
        var ended = new Fact.RecordingEnded(event.status(), event.location());
        return chronicle.add(
                event.interviewId(), List.of(new RecordedFact(ended, Witness.LIVEKIT, evidence, event.occurredAt())));
    }

    /** Who gives no id is known by his time, which a replay under another event id repeats. */
    private static List<RecordedFact> seen(RoomEvent event, Fact fact, String evidenceId) {
        var evidence = evidenceId.isBlank() ? "at " + event.occurredAt() : evidenceId;
        return List.of(new RecordedFact(fact, Witness.LIVEKIT, evidence, event.occurredAt()));
    }

    private static List<RecordedFact> seen(ConnectionEvent event, Fact fact, String evidenceId) {
        return List.of(new RecordedFact(fact, Witness.GATEWAY, named(evidenceId, event), event.occurredAt()));
    }

    /** A witness that gives no id of its own is known by the event that brought it. */
    private static String named(String evidenceId, Event event) {
        return evidenceId.isBlank() ? event.eventId().toString() : evidenceId;
    }
}
