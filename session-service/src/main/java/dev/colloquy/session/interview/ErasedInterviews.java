package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The interviews whose candidates were forgotten, known here or not: what is told of them later is not kept. */
@ApplicationScoped
public class ErasedInterviews {

    private static final String ADD = """
            insert into erased_interview (interview_id, erased_at) values (?1, ?2) on conflict do nothing""";
    private static final String FIND = "select erased_at from erased_interview where interview_id = ?1";

    public Uni<Void> add(InterviewId interview, Instant erasedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, interview.value())
                        .setParameter(2, erasedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** When it was erased, if it was. */
    public Uni<@Nullable Instant> find(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Instant.class)
                        .setParameter(1, interview.value())
                        .getSingleResultOrNull());
    }
}
