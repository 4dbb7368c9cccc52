package dev.colloquy.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The only producer of the service: idempotent, acknowledged by all replicas. */
@ApplicationScoped
class Broker {

    private final Vertx vertx;
    private final Map<String, Object> settings;
    private @Nullable Producer<String, String> producer;

    Broker(Vertx vertx, @Identifier("default-kafka-broker") Map<String, Object> kafka, MessagingConfig config) {
        this.vertx = vertx;
        this.settings = new HashMap<>(kafka);
        var timeout = Math.toIntExact(config.deliveryTimeout().toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 5);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /** Answers when the fate of every message is known, and never fails as a whole. */
    Future<List<Receipt>> send(List<OutboxMessage> batch) {
        return vertx.executeBlocking(() -> new Dispatch(this::send).send(batch));
    }

    private CompletableFuture<Receipt> send(OutboxMessage message) {
        var receipt = new CompletableFuture<Receipt>();
        try {
            var _ = producer().send(recordOf(message), (_, failure) -> receipt.complete(receiptOf(message, failure)));
        } catch (RuntimeException e) {
            receipt.complete(receiptOf(message, e));
        }
        return receipt;
    }

    private static ProducerRecord<String, String> recordOf(OutboxMessage message) {
        var headers =
                new RecordHeaders().add("event-id", message.eventId().toString().getBytes(UTF_8));
        if (message.traceparent() != null) {
            headers.add(Traces.HEADER, message.traceparent().getBytes(UTF_8));
        }
        return new ProducerRecord<>(message.topic(), null, message.key(), message.payload(), headers);
    }

    private static Receipt receiptOf(OutboxMessage message, @Nullable Exception failure) {
        return switch (failure) {
            case null -> new Receipt(message, Receipt.Outcome.PUBLISHED, "");
            case RecordTooLargeException e -> new Receipt(message, Receipt.Outcome.REFUSED, e.toString());
            default -> new Receipt(message, Receipt.Outcome.UNKNOWN, failure.toString());
        };
    }

    private synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
