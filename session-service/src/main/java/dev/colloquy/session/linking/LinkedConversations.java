package dev.colloquy.session.linking;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewIds;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.interview.NewInterview;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.position.NoDefaultPosition;
import dev.colloquy.session.position.PositionService;
import dev.colloquy.session.tenant.TenantConfig;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes conversations over into interviews, in the caller's transaction. */
@ApplicationScoped
class LinkedConversations {

    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final PositionService positions;
    private final TranscriptRepository transcripts;
    private final Chronicle chronicle;
    private final TenantConfig tenants;
    private final Clock clock;

    LinkedConversations(
            InterviewRoutes routes,
            TenantRows rows,
            InterviewRepository interviews,
            PositionService positions,
            TranscriptRepository transcripts,
            Chronicle chronicle,
            TenantConfig tenants,
            Clock clock) {
        this.routes = routes;
        this.rows = rows;
        this.interviews = interviews;
        this.positions = positions;
        this.transcripts = transcripts;
        this.chronicle = chronicle;
        this.tenants = tenants;
        this.clock = clock;
    }

    Uni<Void> add(InterviewId id, Conversation conversation, UUID deliveryId) {
        return routes.get(id)
                .chain(rows::of)
                .chain(() -> interviews.hold(id))
                .chain(() -> interviews.get(id))
                .chain(interview -> add(interview, conversation, deliveryId))
                .replaceWithVoid();
    }

    /** An interview of its own for a conversation that nobody claims, so that it is not lost. */
    Uni<InterviewId> openUnclaimed(Conversation conversation) {
        var tenant = tenants.defaultTenant();
        var session = Objects.requireNonNullElse(conversation.clientSessionId(), conversation.conversationId());
        return rows.of(tenant)
                .chain(() -> positions.snapshot(null))
                .onFailure(NoDefaultPosition.class)
                .recoverWithNull()
                .map(about -> NewInterview.unclaimed(InterviewIds.mint(), tenant, session, about, clock.instant()))
                .chain(interview -> chronicle.open(interview, List.of()))
                .map(Interview::interviewId);
    }

    private Uni<Interview> add(Interview interview, Conversation conversation, UUID deliveryId) {
        interview.link(conversation.conversationId(), conversation.agentId());
        var told = interview.erasedAt == null
                ? transcripts.add(interview.id, interview.tenant, Witness.ELEVENLABS, conversation.utterances())
                : Uni.createFrom().item(0);
        return told.chain(() -> chronicle.add(interview, facts(conversation, deliveryId)));
    }

    /**
     * The conversation is over, whether the client has said so or not; the first to say so ended it. One of which nothing
     * is told has no transcript, which is not the same as a complete one of no words.
     */
    private List<RecordedFact> facts(Conversation conversation, UUID deliveryId) {
        var id = conversation.conversationId();
        var said = conversation.utterances().isEmpty() ? new Fact.TranscriptMissing() : new Fact.TranscriptCompleted();
        return List.of(
                told(new Fact.EndRequested(EndedBy.PROVIDER), id, conversation.endedAt()),
                told(new Fact.ConversationCompleted(id, deliveryId), id, conversation.endedAt()),
                told(said, id, clock.instant()));
    }

    private static RecordedFact told(Fact fact, String evidenceId, Instant at) {
        return new RecordedFact(fact, Witness.ELEVENLABS, evidenceId, at);
    }
}
