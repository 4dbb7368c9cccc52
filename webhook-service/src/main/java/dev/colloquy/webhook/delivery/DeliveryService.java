package dev.colloquy.webhook.delivery;

import dev.colloquy.events.Event;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.telling.Teller;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes deliveries in and publishes what they mean. */
@ApplicationScoped
public class DeliveryService {

    /** The queue in which each delivery has its work, by its id. */
    public static final String QUEUE = "process-delivery";

    private final Intake intake;
    private final DeliveryRepository deliveries;
    private final Map<Provider, Translation> translations;
    private final Teller teller;
    private final LeasedWork work;
    private final StoreWait wait;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    DeliveryService(
            Intake intake,
            DeliveryRepository deliveries,
            @All List<Translation> translations,
            Teller teller,
            LeasedWork work,
            StoreWait wait,
            DeliveryMetrics metrics,
            Clock clock) {
        this.intake = intake;
        this.deliveries = deliveries;
        this.translations = translations.stream().collect(Collectors.toMap(Translation::provider, Function.identity()));
        this.teller = teller;
        this.work = work;
        this.wait = wait;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Answers when the delivery is committed, once however often it is sent.
     *
     * <p>Fails with {@link DeliveryNotStored} when that does not happen in time.
     */
    public Uni<Void> accept(IncomingDelivery incoming) {
        var heard = isHeard(incoming);
        return wait.atMost(intake.take(incoming, heard))
                .invoke(outcome -> {
                    count(incoming, outcome, heard);
                    if (heard) {
                        work.wake(QUEUE);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Publishes what a delivery means. Its row is held meanwhile: a replay waits for the end of this, or this for its.
     *
     * @return the delivery; null when that is done already, or nobody may know it any more
     */
    @WithTransaction
    Uni<@Nullable Delivery> process(UUID id) {
        return deliveries
                .findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(delivery -> delivery != null && delivery.isWaiting()
                        ? settle(delivery)
                        : Uni.createFrom().nullItem());
    }

    /**
     * Puts aside what cannot be processed.
     *
     * @return the delivery; null when it was put aside before, or is forgotten
     */
    @WithTransaction
    Uni<@Nullable Delivery> bury(UUID id, String reason) {
        return deliveries
                .findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(delivery -> delivery != null && delivery.bury(reason, clock.instant()) ? delivery : null);
    }

    /** What nobody translates is kept for operators. */
    private boolean isHeard(IncomingDelivery incoming) {
        return translation(incoming.body().provider())
                .map(translation -> translation.hears(incoming))
                .orElse(false);
    }

    private Uni<Delivery> settle(Delivery delivery) {
        return translation(delivery.provider())
                .flatMap(translation -> translation
                        .translate(delivery)
                        .map(event -> tell(delivery, event, translation.isPartial(delivery))))
                .orElseGet(() -> Uni.createFrom().item(false))
                .invoke(told -> delivery.settle(told, clock.instant()))
                .replaceWith(delivery);
    }

    /** What is asked for is told by the answer, which is whole; unless somebody has it processed again on purpose. */
    private Uni<Boolean> tell(Delivery delivery, Event event, boolean partial) {
        if (delivery.isReplayed()) {
            return teller.tellAgain(event).replaceWith(true);
        }
        var asked = partial ? teller.isAskedFor(event) : Uni.createFrom().item(false);
        return asked.chain(
                left -> left ? Uni.createFrom().item(false) : teller.tell(event).replaceWith(true));
    }

    private Optional<Translation> translation(Provider provider) {
        return Optional.ofNullable(translations.get(provider));
    }

    /** What nobody hears is settled when it is stored. */
    private void count(IncomingDelivery incoming, DeliveryOutcome outcome, boolean heard) {
        metrics.count(incoming, outcome);
        if (outcome == DeliveryOutcome.ACCEPTED && !heard) {
            metrics.count(incoming, DeliveryOutcome.IGNORED);
        }
    }
}
