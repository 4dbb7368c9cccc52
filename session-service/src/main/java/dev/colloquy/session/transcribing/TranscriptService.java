package dev.colloquy.session.transcribing;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Attendance;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.Receipt;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TranscriptService {

    private final InterviewAccess access;
    private final InterviewRepository interviews;
    private final TranscriptRepository transcripts;
    private final LateWordsService late;
    private final Chronicle chronicle;
    private final TranscriptConfig config;
    private final Clock clock;

    TranscriptService(
            InterviewAccess access,
            InterviewRepository interviews,
            TranscriptRepository transcripts,
            LateWordsService late,
            Chronicle chronicle,
            TranscriptConfig config,
            Clock clock) {
        this.access = access;
        this.interviews = interviews;
        this.transcripts = transcripts;
        this.late = late;
        this.chronicle = chronicle;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<TranscriptView> read(InterviewId id, @Nullable UUID after, int size) {
        return access.get(id)
                .chain(() -> transcripts.of(id))
                .map(transcript -> TranscriptView.of(transcript, after, size));
    }

    @WithTransaction
    Uni<Receipt> append(InterviewId id, Witness source, TranscriptRequest batch) {
        return access.openHeld(id)
                .chain(() -> interviews.attendance(id))
                .invoke(TranscriptService::requireAdmitted)
                .invoke(batch::requireUsable)
                .chain(interview -> add(interview, source, batch)
                        .call(receipt -> settle(interview, source, batch.completed(), receipt)));
    }

    private Uni<Receipt> add(Attendance interview, Witness source, TranscriptRequest batch) {
        return transcripts
                .add(interview.id(), interview.tenant(), source, batch.entries())
                .invoke(receipt -> {
                    if (receipt.changed() && !takes(interview, source)) {
                        throw new TranscriptClosed();
                    }
                });
    }

    /** Nothing new of those who asked to be forgotten; after a final version, for a while, servers' words only. */
    private boolean takes(Attendance interview, Witness source) {
        var endedAt = interview.endedAt();
        return interview.takesTranscript()
                || (interview.erasedAt() == null
                        && source != Witness.CLIENT
                        && endedAt != null
                        && clock.instant().isBefore(endedAt.plus(config.lateWords())));
    }

    private Uni<?> settle(Attendance interview, Witness source, boolean completed, Receipt receipt) {
        if (interview.takesTranscript()) {
            return completed ? complete(interview, source) : Uni.createFrom().voidItem();
        }
        if (interview.erasedAt() != null || source == Witness.CLIENT || !(completed || receipt.changed())) {
            return Uni.createFrom().voidItem();
        }
        return interviews
                .get(new InterviewId(interview.id()))
                .chain(whole -> completed ? late.settle(whole, source) : late.settleLater(whole, source));
    }

    private Uni<Interview> complete(Attendance interview, Witness source) {
        var evidence = interview.id() + ":" + source;
        var said = new RecordedFact(new Fact.TranscriptCompleted(), source, evidence, clock.instant());
        return interviews.get(new InterviewId(interview.id())).chain(whole -> chronicle.add(whole, List.of(said)));
    }

    /** Resends and last words may come after the end, but nothing before the beginning. */
    private static void requireAdmitted(Attendance interview) {
        if (interview.admittedAt() == null) {
            throw new InterviewNotLive();
        }
    }
}
