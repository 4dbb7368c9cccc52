package dev.colloquy.webhook.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** How long a provider waits for the database. */
@ApplicationScoped
public class StoreWait {

    private final DeliveryConfig config;

    StoreWait(DeliveryConfig config) {
        this.config = config;
    }

    /** Does this in a transaction, or fails with {@link DeliveryNotStored} when it is not known to be done in time. */
    public <T> Uni<T> within(Supplier<Uni<T>> transaction) {
        return atMost(Uni.createFrom().deferred(() -> Panache.withTransaction(transaction)));
    }

    /** Fails with {@link DeliveryNotStored} when this fails, or is not done in time. */
    <T> Uni<T> atMost(Uni<T> work) {
        return uncut(work)
                .ifNoItem()
                .after(config.storeTimeout())
                .fail()
                .onFailure()
                .transform(DeliveryNotStored::new);
    }

    /** A caller who stops waiting must not cut the transaction short: its connection would be lost to the pool. */
    private static <T> Uni<T> uncut(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var _ = work.subscribe().with(emitter::complete, emitter::fail);
        });
    }
}
