package dev.colloquy.session.transcribing;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.TenantRows;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.chronicle.InterviewConfig;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Makes one more final version of an interview, whose transcript has grown after the last one. */
@ApplicationScoped
class LateWordsService {

    private final InterviewRepository interviews;
    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final TranscriptRepository transcripts;
    private final Chronicle chronicle;
    private final LeasedWork work;
    private final InterviewConfig config;
    private final Clock clock;

    LateWordsService(
            InterviewRepository interviews,
            InterviewRoutes routes,
            TenantRows rows,
            TranscriptRepository transcripts,
            Chronicle chronicle,
            LeasedWork work,
            InterviewConfig config,
            Clock clock) {
        this.interviews = interviews;
        this.routes = routes;
        this.rows = rows;
        this.transcripts = transcripts;
        this.chronicle = chronicle;
        this.work = work;
        this.config = config;
        this.clock = clock;
    }

    /** Leaves the source as much time for the rest as it has after an end, in the caller's transaction. */
    Uni<Void> settleLater(Interview interview, Witness source) {
        var late = new LateWords(interview.interviewId(), source, interview.finalVersion);
        return work.add(LateWords.QUEUE, late.key(), late, config.transcriptWait());
    }

    @WithTransaction
    Uni<Void> settle(LateWords late) {
        var id = late.interview();
        InterviewTrail.mark(id);
        return interviews
                .hold(id)
                .chain(() -> routes.get(id))
                .chain(rows::of)
                .chain(() -> interviews.get(id))
                .chain(interview -> interview.finalVersion == late.version() && interview.erasedAt == null
                        ? settle(interview, late.source())
                        : Uni.createFrom().voidItem());
    }

    /** In the caller's transaction, which holds the interview. What no evaluation would see makes no version. */
    Uni<Void> settle(Interview interview, Witness source) {
        return transcripts
                .of(interview.interviewId())
                .chain(transcript -> transcript.hash().equals(interview.transcriptHash)
                        ? Uni.createFrom().voidItem()
                        : chronicle
                                .add(interview, List.of(completedAgain(interview, source)))
                                .replaceWithVoid());
    }

    private RecordedFact completedAgain(Interview interview, Witness source) {
        var evidence = interview.id + ":" + source + ":" + interview.finalVersion;
        return new RecordedFact(new Fact.TranscriptCompleted(), source, evidence, later(interview));
    }

    /** After the version it outdates, whatever the clocks of other replicas say. */
    private Instant later(Interview interview) {
        var now = clock.instant();
        var finalisedAt = Objects.requireNonNull(interview.finalisedAt);
        return now.isAfter(finalisedAt) ? now : finalisedAt.plusMillis(1);
    }
}
