package dev.colloquy.session.transcript;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

@ApplicationScoped
class TranscriptService {

    private final InterviewAccess access;
    private final TranscriptRepository transcripts;
    private final Chronicle chronicle;
    private final Clock clock;

    TranscriptService(InterviewAccess access, TranscriptRepository transcripts, Chronicle chronicle, Clock clock) {
        this.access = access;
        this.transcripts = transcripts;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** How many entries of a batch were new, and how many were known. */
    record Receipt(int accepted, int duplicates) {}

    @WithTransaction
    Uni<Transcript> read(InterviewId id) {
        return access.get(id).chain(() -> transcripts.of(id));
    }

    @WithTransaction
    Uni<Receipt> append(InterviewId id, Witness source, TranscriptRequest batch) {
        return access.hold(id)
                .invoke(TranscriptService::requireAdmitted)
                .chain(interview -> add(interview, source, batch)
                        .call(() -> batch.completed() && interview.takesTranscript()
                                ? complete(interview, source)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Receipt> add(Interview interview, Witness source, TranscriptRequest batch) {
        return transcripts.add(interview, source, batch.entries()).map(accepted -> {
            if (accepted > 0 && !interview.takesTranscript()) {
                throw new TranscriptClosed();
            }
            return new Receipt(accepted, batch.entries().size() - accepted);
        });
    }

    private Uni<Interview> complete(Interview interview, Witness source) {
        var evidence = interview.id + ":" + source;
        return chronicle.add(
                interview,
                List.of(new RecordedFact(new Fact.TranscriptCompleted(), source, evidence, clock.instant())));
    }

    /** Resends and last words may come after the end, but nothing before the beginning. */
    private static void requireAdmitted(Interview interview) {
        if (interview.admittedAt == null) {
            throw new InterviewNotLive();
        }
    }
}
