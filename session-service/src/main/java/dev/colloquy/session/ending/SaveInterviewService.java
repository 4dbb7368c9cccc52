package dev.colloquy.session.ending;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewIds;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.interview.NewInterview;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.linking.PracticeRoutes;
import dev.colloquy.session.position.NoDefaultPosition;
import dev.colloquy.session.position.PositionService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps what clients tell of the end of their interviews, before or after the provider tells its side. */
@ApplicationScoped
class SaveInterviewService {

    private final InterviewAccess access;
    private final EndingService endings;
    private final InterviewRepository interviews;
    private final PositionService positions;
    private final InterviewRoutes interviewRoutes;
    private final PracticeRoutes practiceRoutes;
    private final Chronicle chronicle;
    private final Clock clock;

    SaveInterviewService(
            InterviewAccess access,
            EndingService endings,
            InterviewRepository interviews,
            PositionService positions,
            InterviewRoutes interviewRoutes,
            PracticeRoutes practiceRoutes,
            Chronicle chronicle,
            Clock clock) {
        this.access = access;
        this.endings = endings;
        this.interviews = interviews;
        this.positions = positions;
        this.interviewRoutes = interviewRoutes;
        this.practiceRoutes = practiceRoutes;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Interview> saveBooked(InterviewId id, SaveInterviewRequest end) {
        return access.hold(id)
                .invoke(interview -> interview.claim(end.conversationId(), end.agentId()))
                .chain(interview -> isOver(interview, end) ? endings.end(interview, end.author()) : lost(interview))
                .call(this::makeKnown);
    }

    /** A conversation held with the provider directly may tell nothing but the id that its client claims. */
    private Uni<Void> makeKnown(Interview booked) {
        return booked.provider == Provider.ELEVENLABS && booked.endedAt != null && booked.userId != null
                ? practiceRoutes.keep(booked)
                : Uni.createFrom().voidItem();
    }

    @WithTransaction
    Uni<Interview> savePractice(TenantId tenant, String user, SaveInterviewRequest end) {
        return requireNoInterview(end.clientSessionId())
                .chain(() -> interviews.hold(tenant + "/" + user + "/" + end.clientSessionId(), tenant))
                .chain(() -> interviews.findOwnId(user, end.clientSessionId()))
                .chain(id -> id == null ? openEnded(tenant, user, end) : endAgain(id, end))
                .call(practiceRoutes::keep);
    }

    /** A practice session under an interview's id would stand in the way of those who look that interview up. */
    private Uni<Void> requireNoInterview(String clientSessionId) {
        return InterviewId.find(clientSessionId)
                .map(interviewRoutes::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNotNull()
                .failWith(SessionOfInterview::new)
                .replaceWithVoid();
    }

    private Uni<Interview> openEnded(TenantId tenant, String user, SaveInterviewRequest end) {
        return positions
                .snapshot(null)
                .onFailure(NoDefaultPosition.class)
                .recoverWithNull()
                .map(about -> NewInterview.practice(
                        InterviewIds.mint(), tenant, user, end.clientSessionId(), about, clock.instant()))
                .invoke(interview -> claim(interview, end))
                .chain(interview -> chronicle.open(interview, List.of(endings.request(interview, end.author()))));
    }

    private Uni<Interview> endAgain(InterviewId id, SaveInterviewRequest end) {
        return interviews
                .hold(id)
                .chain(() -> interviews.get(id))
                .invoke(interview -> claim(interview, end))
                .chain(interview -> endings.end(interview, end.author()));
    }

    private static void claim(Interview interview, SaveInterviewRequest end) {
        InterviewTrail.mark(interview.interviewId());
        interview.claim(end.conversationId(), end.agentId());
    }

    /** A lost connection may come back, except where the call is gone with it. */
    private static boolean isOver(Interview interview, SaveInterviewRequest end) {
        return end.endedBy().author == EndedBy.USER || interview.provider == Provider.ELEVENLABS;
    }

    /** Kept once a minute. The grace starts with the first, or with the end of what the servers still see connected. */
    private Uni<Interview> lost(Interview interview) {
        var now = clock.instant();
        var evidence = interview.id + ":" + now.truncatedTo(ChronoUnit.MINUTES);
        return chronicle.add(
                interview, List.of(new RecordedFact(new Fact.ConnectionLost(null), Witness.CLIENT, evidence, now)));
    }
}
