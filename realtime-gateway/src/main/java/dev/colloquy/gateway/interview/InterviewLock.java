package dev.colloquy.gateway.interview;

import dev.colloquy.events.InterviewId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts the transactions that place, replace and end one interview's calls in a row. Without it two of them may each
 * overlook what the other is about to write.
 */
@ApplicationScoped
public class InterviewLock {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext(?1))";

    /** Waits for its turn; the lock is held until the caller's transaction ends. */
    public Uni<Void> take(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter(1, interview.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
