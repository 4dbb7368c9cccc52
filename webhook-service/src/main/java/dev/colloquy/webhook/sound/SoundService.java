package dev.colloquy.webhook.sound;

import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.StoreWait;
import dev.colloquy.webhook.storage.ObjectStore;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Keeps the sound of conversations in storage, and what brought it in the inbox. */
@ApplicationScoped
public class SoundService {

    static final String TIDYING_QUEUE = "tidy-sound";

    /** Longer than any upload may take. */
    private static final Duration TIDYING_DELAY = Duration.ofHours(1);

    private final UploadRepository uploads;
    private final ObjectStore store;
    private final DeliveryService deliveries;
    private final StoreWait wait;
    private final LeasedWork work;
    private final Vertx vertx;

    SoundService(
            UploadRepository uploads,
            ObjectStore store,
            DeliveryService deliveries,
            StoreWait wait,
            LeasedWork work,
            Vertx vertx) {
        this.uploads = uploads;
        this.store = store;
        this.deliveries = deliveries;
        this.wait = wait;
        this.work = work;
        this.vertx = vertx;
    }

    /**
     * Answers when the sound is in storage and the delivery, which names it, is committed. What is kept already is not
     * uploaded again. Closes the sound. Fails with {@link dev.colloquy.webhook.storage.StorageAway} or as the inbox does.
     */
    public Uni<Void> keep(IncomingDelivery delivery, Sound sound) {
        var upload = Upload.of(delivery, sound);
        return wait.within(() -> begin(upload))
                .chain(begun -> begun ? put(sound) : Uni.createFrom().voidItem())
                .chain(() -> deliveries.accept(delivery))
                .onTermination()
                .call(() -> close(sound));
    }

    /** Deletes whatever there is of a conversation. */
    public Uni<Void> forget(String conversationId) {
        return store.deleteAll(Sound.folder(conversationId));
    }

    /** Whether an object is nobody's: its delivery was not stored, and nobody tries again. */
    @WithTransaction
    Uni<Boolean> isLost(Upload upload, UUID attempt) {
        return uploads.isKept(upload)
                .chain(kept -> kept ? Uni.createFrom().item(true) : uploads.isTriedAgain(upload, attempt))
                .map(needed -> !needed);
    }

    /** Each attempt is looked after, since the process may die between storage and inbox. */
    private Uni<Boolean> begin(Upload upload) {
        return uploads.isKept(upload)
                .call(kept -> kept
                        ? Uni.createFrom().voidItem()
                        : work.add(TIDYING_QUEUE, upload.key() + ":" + UUID.randomUUID(), upload, TIDYING_DELAY))
                .map(kept -> !kept);
    }

    /** A large file takes a while to delete. */
    private Uni<Void> close(Sound sound) {
        return vertx.executeBlocking(() -> {
                    sound.close();
                    return true;
                })
                .replaceWithVoid();
    }

    private Uni<Void> put(Sound sound) {
        var content = sound.content();
        return store.put(sound.key(), Sound.CONTENT_TYPE, content.size(), content::open);
    }
}
