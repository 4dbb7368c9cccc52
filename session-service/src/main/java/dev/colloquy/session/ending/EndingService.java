package dev.colloquy.session.ending;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.interview.InterviewView;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The one idempotent ending: the first request decides, later ones are kept as evidence and change nothing. */
@ApplicationScoped
class EndingService {

    private final InterviewAccess access;
    private final Chronicle chronicle;
    private final Clock clock;

    EndingService(InterviewAccess access, Chronicle chronicle, Clock clock) {
        this.access = access;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<InterviewView> end(InterviewId id, EndAuthor author) {
        return access.hold(id)
                .chain(interview ->
                        author.witness() == Witness.AGENT ? endLive(interview, author) : end(interview, author))
                .map(InterviewView::of);
    }

    /** Ends an interview that the caller holds. One that does not take place has nothing to end. */
    Uni<Interview> end(Interview interview, EndAuthor author) {
        if (interview.isOff()) {
            return Uni.createFrom().item(interview);
        }
        return chronicle.add(interview, List.of(request(interview, author)));
    }

    RecordedFact request(Interview interview, EndAuthor author) {
        return new RecordedFact(
                new Fact.EndRequested(author.by()), author.witness(), interview.id.toString(), clock.instant());
    }

    /** One agent's credential is for every room: it ends what goes on, and adds nothing to what is over. */
    private Uni<Interview> endLive(Interview interview, EndAuthor author) {
        if (interview.admittedAt == null) {
            throw new InterviewNotLive();
        }
        return interview.isLive() ? end(interview, author) : Uni.createFrom().item(interview);
    }
}
