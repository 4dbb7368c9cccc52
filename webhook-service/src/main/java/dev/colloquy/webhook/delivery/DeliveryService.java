package dev.colloquy.webhook.delivery;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.Event;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Outbox;
import dev.colloquy.webhook.recording.RecordingService;
import dev.colloquy.webhook.signature.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes deliveries in and publishes what they mean. */
@ApplicationScoped
public class DeliveryService {

    static final String QUEUE = "process-delivery";
    static final String FORGETTING_QUEUE = "forget-delivery";

    private final DeliveryRepository deliveries;
    private final Map<Provider, Translation> translations;
    private final RecordingService recordings;
    private final LeasedWork work;
    private final Outbox outbox;
    private final DeliveryConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    DeliveryService(
            DeliveryRepository deliveries,
            @All List<Translation> translations,
            RecordingService recordings,
            LeasedWork work,
            Outbox outbox,
            DeliveryConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.deliveries = deliveries;
        this.translations = translations.stream().collect(Collectors.toMap(Translation::provider, Function.identity()));
        this.recordings = recordings;
        this.work = work;
        this.outbox = outbox;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Answers when the delivery is committed, once however often it is sent.
     *
     * <p>Fails with {@link DeliveryNotStored} when that does not happen in time.
     */
    public Uni<Void> accept(IncomingDelivery incoming) {
        return uncut(Panache.withTransaction(() -> store(incoming)))
                .ifNoItem()
                .after(config.storeTimeout())
                .fail()
                .onFailure()
                .transform(DeliveryNotStored::new);
    }

    /** Publishes what a delivery means; does nothing when that is done already. */
    @WithTransaction
    Uni<Void> process(UUID id) {
        return deliveries
                .findById(id)
                .chain(delivery -> delivery.isWaiting()
                        ? settle(delivery)
                        : Uni.createFrom().voidItem());
    }

    /** Puts aside what cannot be processed. */
    @WithTransaction
    Uni<Void> bury(UUID id, String reason) {
        count("dead");
        return deliveries
                .findById(id)
                .invoke(delivery -> delivery.bury(reason, clock.instant()))
                .replaceWithVoid();
    }

    /** Deletes a delivery with everything that was sent in conflict with it. */
    @WithTransaction
    Uni<Void> forget(UUID id) {
        return deliveries.deleteById(id).replaceWithVoid();
    }

    private Uni<Void> store(IncomingDelivery incoming) {
        var body = incoming.body();
        count(
                "accepted",
                "provider",
                body.provider().word(),
                "key",
                body.signedWith().word());
        return deliveries
                .insertOnce(incoming)
                .chain(id -> id == null
                        ? noteConflict(incoming)
                        : add(QUEUE, id, Duration.ZERO).chain(() -> add(FORGETTING_QUEUE, id, config.keep())));
    }

    private Uni<Void> add(String queue, UUID id, Duration delay) {
        return work.add(queue, id.toString(), Map.of("deliveryId", id), delay);
    }

    private Uni<Void> noteConflict(IncomingDelivery incoming) {
        return deliveries
                .insertIfConflicting(incoming)
                .onItem()
                .ifNotNull()
                .invoke(_ -> count("conflict"))
                .replaceWithVoid();
    }

    private Uni<Void> settle(Delivery delivery) {
        var event = translation(delivery.provider()).translate(delivery);
        return event.map(this::publish)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .invoke(() -> delivery.settle(event.isPresent(), clock.instant()));
    }

    private Uni<Void> publish(Event event) {
        return event instanceof EgressEnded ended
                ? recordings.publishOnce(ended)
                : outbox.add(event.topic(), event.key(), event.eventId(), event);
    }

    private Translation translation(Provider provider) {
        var translation = translations.get(provider);
        if (translation == null) {
            throw new IllegalStateException("Nobody translates " + provider.word());
        }
        return translation;
    }

    private void count(String what, String... tags) {
        meters.counter("colloquy.webhook." + what, tags).increment();
    }

    /** A caller who stops waiting must not cut the transaction short: its connection would be lost to the pool. */
    private static <T> Uni<T> uncut(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var _ = work.subscribe().with(emitter::complete, emitter::fail);
        });
    }
}
