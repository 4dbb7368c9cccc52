package dev.colloquy.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What this replica has done; what lies in the tables is told by {@link Backlog}. */
@ApplicationScoped
class MessagingMetrics {

    private final MeterRegistry registry;
    private final Timer publishing;

    MessagingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.publishing = Timer.builder("messaging.outbox.publishing")
                .description("From a message's insertion to the broker's acknowledgement, by the database's clock")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void published(double seconds) {
        publishing.record(Duration.ofNanos((long) (seconds * 1e9)));
    }

    void refused(String topic) {
        registry.counter("messaging.outbox.refused", "topic", topic).increment();
    }

    void duplicate(String consumer) {
        registry.counter("messaging.inbox.duplicates", "consumer", consumer).increment();
    }

    void triedAgain(String consumer) {
        registry.counter("messaging.inbox.retries", "consumer", consumer).increment();
    }

    void takenOver(String queue) {
        registry.counter("messaging.work.takeovers", "queue", queue).increment();
    }
}
