package dev.colloquy.session.dispute;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

@ApplicationScoped
class DisputeService {

    /** More than anybody needs, few enough for a page. */
    private static final int MOST = 50;

    private final InterviewAccess access;
    private final TranscriptRepository transcripts;
    private final DisputeRepository disputes;
    private final Clock clock;

    DisputeService(InterviewAccess access, TranscriptRepository transcripts, DisputeRepository disputes, Clock clock) {
        this.access = access;
        this.transcripts = transcripts;
        this.disputes = disputes;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> note(InterviewId id, DisputeRequest dispute) {
        return access.hold(id)
                .invoke(DisputeService::requireRemembered)
                .chain(() -> requireOwnEntry(id, dispute))
                .chain(() -> requireRoom(id))
                .chain(() -> disputes.add(id, dispute, clock.instant()));
    }

    @WithTransaction
    Uni<DisputeView.Page> read(InterviewId id) {
        return access.get(id).chain(() -> disputes.of(id)).map(DisputeView.Page::new);
    }

    /** Of a candidate who asked to be forgotten nothing new is kept. */
    private static void requireRemembered(Interview interview) {
        if (interview.erasedAt != null) {
            throw new InterviewNotFound();
        }
    }

    private Uni<Void> requireOwnEntry(InterviewId id, DisputeRequest dispute) {
        var entry = dispute.entryId();
        return entry == null
                ? Uni.createFrom().voidItem()
                : transcripts
                        .contains(id, entry)
                        .invoke(own -> {
                            if (!own) {
                                throw new DisputedElsewhere();
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Void> requireRoom(InterviewId id) {
        return disputes.count(id)
                .invoke(noted -> {
                    if (noted >= MOST) {
                        throw new TooManyDisputes();
                    }
                })
                .replaceWithVoid();
    }
}
