package dev.colloquy.session.live;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.results.Standings;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads interviews for those who watch them: a short transaction each time, none while they wait. */
@ApplicationScoped
class LiveService {

    private final InterviewAccess access;
    private final InterviewRepository interviews;
    private final TenantRows rows;
    private final Standings standings;
    private final TranscriptRepository transcripts;

    LiveService(
            InterviewAccess access,
            InterviewRepository interviews,
            TenantRows rows,
            Standings standings,
            TranscriptRepository transcripts) {
        this.access = access;
        this.interviews = interviews;
        this.rows = rows;
        this.standings = standings;
        this.transcripts = transcripts;
    }

    /** The tenant of an interview that the caller of the current request may watch. */
    @WithTransaction
    Uni<TenantId> admit(InterviewId id) {
        return access.get(id).map(Interview::tenantId);
    }

    /** Which of a tenant's interviews are not as these pictures show them. */
    @WithTransaction
    Uni<List<LiveInterview>> changed(TenantId tenant, List<LiveInterview> watched) {
        var ids = watched.stream().map(interview -> interview.id().value()).toList();
        return rows.of(tenant)
                .chain(() -> standings.tags(ids))
                .map(tags -> watched.stream()
                        .filter(interview ->
                                interview.isOtherThan(tags.get(interview.id().value())))
                        .toList());
    }

    /** The interview as it is now; the known picture itself as long as nothing has changed. */
    @WithTransaction
    Uni<LivePicture> look(TenantId tenant, InterviewId id, @Nullable LivePicture known) {
        return rows.of(tenant)
                .chain(() -> interviews.get(id))
                .chain(interview -> standings
                        .tag(interview)
                        .chain(tag -> known != null && known.tag().equals(tag)
                                ? Uni.createFrom().item(known)
                                : transcripts
                                        .entries(id)
                                        .map(told -> LivePicture.of(tag, standings.of(interview), told))));
    }
}
