package dev.colloquy.session.erasure;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.dispute.DisputeRepository;
import dev.colloquy.session.dossier.FinalVersionRepository;
import dev.colloquy.session.interview.ErasedInterviews;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.linking.PracticeRoutes;
import dev.colloquy.session.recording.ConversationRecordings;
import dev.colloquy.session.signalling.SignalRepository;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes what is known of a person; that there was an interview, and its facts, stays. */
@ApplicationScoped
class ErasureService {

    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final ErasedInterviews erased;
    private final TranscriptRepository transcripts;
    private final FinalVersionRepository versions;
    private final DisputeRepository disputes;
    private final PracticeRoutes routes;
    private final SignalRepository signals;
    private final ConversationRecordings recordings;
    private final Clock clock;

    ErasureService(
            TenantRows rows,
            InterviewRepository interviews,
            ErasedInterviews erased,
            TranscriptRepository transcripts,
            FinalVersionRepository versions,
            DisputeRepository disputes,
            PracticeRoutes routes,
            SignalRepository signals,
            ConversationRecordings recordings,
            Clock clock) {
        this.rows = rows;
        this.interviews = interviews;
        this.erased = erased;
        this.transcripts = transcripts;
        this.versions = versions;
        this.disputes = disputes;
        this.routes = routes;
        this.signals = signals;
        this.recordings = recordings;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> erase(CandidateErased event) {
        return rows.of(event.tenant())
                .chain(() -> Multi.createFrom()
                        .iterable(event.interviewIds())
                        .onItem()
                        .transformToUniAndConcatenate(this::erase)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> erase(InterviewId id) {
        return interviews
                .hold(id)
                .chain(() -> erased.add(id, clock.instant()))
                .chain(() -> disputes.erase(id))
                .chain(() -> versions.erase(id))
                .chain(() -> transcripts.erase(id))
                .chain(() -> routes.forget(id))
                .chain(() -> signals.erase(id))
                .chain(() -> recordings.erase(id))
                .chain(() -> interviews.findById(id.value()))
                .onItem()
                .ifNotNull()
                .invoke(interview -> interview.erase(clock.instant()))
                .replaceWithVoid();
    }
}
