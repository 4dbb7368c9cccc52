package dev.colloquy.webhook.delivery;

import dev.colloquy.webhook.signature.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Counts what has committed: a transaction that is tried again counts once, one that is lost not at all. */
@ApplicationScoped
public class DeliveryMetrics {

    private final MeterRegistry meters;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Counts.
     *
     * @param signedWith which key, as {@link Delivery#signedWith} says it
     */
    public void count(Provider provider, String kind, String signedWith, DeliveryOutcome outcome) {
        meters.counter(
                        "colloquy.webhook.deliveries",
                        "provider",
                        provider.word(),
                        "kind",
                        KnownKinds.bounded(provider, kind),
                        "key",
                        signedWith,
                        "outcome",
                        outcome.word())
                .increment();
    }

    void count(IncomingDelivery incoming, DeliveryOutcome outcome) {
        var body = incoming.body();
        count(body.provider(), incoming.kind(), body.signedWith().word(), outcome);
    }

    /** Counts what became of a delivery; null when it was settled before. */
    void countSettled(@Nullable Delivery delivery) {
        if (delivery != null) {
            var outcome = DeliveryOutcome.valueOf(delivery.state().name());
            count(delivery.provider(), delivery.kind(), delivery.signedWith(), outcome);
        }
    }
}
