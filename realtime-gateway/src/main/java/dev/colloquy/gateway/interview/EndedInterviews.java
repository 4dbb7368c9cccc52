package dev.colloquy.gateway.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Remembers which interviews are over, so that nothing new begins in one. To be used inside a transaction. */
@ApplicationScoped
public class EndedInterviews {

    private static final String ADD = """
            insert into ended_interview (interview_id, tenant, ended_at) values (?1, ?2, ?3) on conflict do nothing""";
    private static final String CONTAINS = """
            select exists (select from ended_interview where interview_id = ?1)""";

    public Uni<Void> add(InterviewId interview, TenantId tenant, Instant endedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, interview.value())
                        .setParameter(2, tenant.value())
                        .setParameter(3, endedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Boolean> contains(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONTAINS, Boolean.class)
                        .setParameter(1, interview.value())
                        .getSingleResult());
    }
}
