package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a message take effect once, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private static final String INSERT = """
            insert into inbox_message (consumer, event_id) values (?1, ?2) on conflict do nothing""";

    /**
     * Runs the effect in one transaction with the note that it has run; does nothing when the note is there already.
     *
     * @param consumer names the effect: two consumers of one message each get their own
     */
    @WithTransaction
    public Uni<Void> once(String consumer, UUID eventId, Supplier<? extends Uni<?>> effect) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, consumer)
                        .setParameter(2, eventId)
                        .executeUpdate())
                .chain(inserted -> inserted == 1
                        ? effect.get().replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }
}
