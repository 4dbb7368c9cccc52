package dev.colloquy.session.dossier;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DossierService {

    private final InterviewAccess access;
    private final FinalVersionRepository versions;

    DossierService(InterviewAccess access, FinalVersionRepository versions) {
        this.access = access;
        this.versions = versions;
    }

    /** The dossier of a version, or else of the newest one: the same answer however often and however late it is asked for. */
    @WithTransaction
    Uni<DossierView> of(InterviewId id, @Nullable Integer version) {
        return access.get(id)
                .invoke(DossierService::requireFinal)
                .chain(interview -> versions.get(id, Objects.requireNonNullElse(version, interview.finalVersion))
                        .map(content -> DossierView.of(interview, content)));
    }

    private static void requireFinal(Interview interview) {
        if (interview.finalVersion == 0) {
            throw new NotFinalised();
        }
    }
}
