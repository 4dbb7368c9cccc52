package dev.colloquy.webhook.delivery;

import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.signature.VerifiedBody;
import dev.colloquy.webhook.telling.Teller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes deliveries in and publishes what they mean. */
@ApplicationScoped
public class DeliveryService {

    static final String QUEUE = "process-delivery";

    private final Intake intake;
    private final DeliveryRepository deliveries;
    private final Map<Provider, Translation> translations;
    private final Teller teller;
    private final StoreWait wait;
    private final MeterRegistry meters;
    private final Clock clock;

    DeliveryService(
            Intake intake,
            DeliveryRepository deliveries,
            @All List<Translation> translations,
            Teller teller,
            StoreWait wait,
            MeterRegistry meters,
            Clock clock) {
        this.intake = intake;
        this.deliveries = deliveries;
        this.translations = translations.stream().collect(Collectors.toMap(Translation::provider, Function.identity()));
        this.teller = teller;
        this.wait = wait;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Answers when the delivery is committed, once however often it is sent.
     *
     * <p>Fails with {@link DeliveryNotStored} when that does not happen in time.
     */
    public Uni<Void> accept(IncomingDelivery incoming) {
        return wait.atMost(intake.take(incoming, isHeard(incoming)))
                .invoke(outcome -> count(outcome, incoming.body()))
                .replaceWithVoid();
    }

    /** Publishes what a delivery means; does nothing when that is done already, or nobody may know it any more. */
    @WithTransaction
    Uni<Void> process(UUID id) {
        return deliveries
                .findById(id)
                .onItem()
                .ifNotNull()
                .call(delivery -> delivery.isWaiting()
                        ? settle(delivery)
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    /** Puts aside what cannot be processed. */
    @WithTransaction
    Uni<Void> bury(UUID id, String reason) {
        count("dead");
        return deliveries
                .findById(id)
                .onItem()
                .ifNotNull()
                .invoke(delivery -> delivery.bury(reason, clock.instant()))
                .replaceWithVoid();
    }

    /** What nobody translates is kept for operators. */
    private boolean isHeard(IncomingDelivery incoming) {
        return translation(incoming.body().provider())
                .map(translation -> translation.hears(incoming))
                .orElse(false);
    }

    private Uni<Void> settle(Delivery delivery) {
        var event = translation(delivery.provider()).flatMap(translation -> translation.translate(delivery));
        return event.map(teller::tell)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .invoke(() -> delivery.settle(event.isPresent(), clock.instant()));
    }

    private Optional<Translation> translation(Provider provider) {
        return Optional.ofNullable(translations.get(provider));
    }

    private void count(Intake.Outcome outcome, VerifiedBody body) {
        count(
                "accepted",
                "provider",
                body.provider().word(),
                "key",
                body.signedWith().word());
        if (outcome == Intake.Outcome.CONFLICT) {
            count("conflict");
        }
    }

    private void count(String what, String... tags) {
        meters.counter("colloquy.webhook." + what, tags).increment();
    }
}
