package dev.colloquy.session.dossier;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DossierService {

    private final InterviewAccess access;
    private final TranscriptRepository transcripts;

    DossierService(InterviewAccess access, TranscriptRepository transcripts) {
        this.access = access;
        this.transcripts = transcripts;
    }

    @WithTransaction
    Uni<DossierView> of(InterviewId id) {
        return access.get(id)
                .invoke(DossierService::requireFinal)
                .chain(interview -> transcripts.of(id).map(transcript -> DossierView.of(interview, transcript)));
    }

    private static void requireFinal(Interview interview) {
        if (interview.finalVersion == 0) {
            throw new NotFinalised();
        }
    }
}
