package dev.colloquy.events.kafka;

import dev.colloquy.events.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.PublisherDecorator;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Makes events of the bytes that each channel receives. Not Kafka's client but this reads them, so that a refusal is a
 * failure like any other: it counts as handled, and its dead letter holds the very bytes that came.
 */
@ApplicationScoped
class EventReading implements PublisherDecorator {

    private final EventDeserializer reader = new EventDeserializer();

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> messages, List<String> channels, boolean isConnector) {
        return isConnector ? messages.onItem().transformToUniAndConcatenate(this::read) : messages;
    }

    private Uni<? extends Message<?>> read(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> metadata.getTopic())
                .filter(Topics.ALL::containsKey)
                .<Uni<? extends Message<?>>>map(topic -> read(topic, message))
                .orElseGet(() -> Uni.createFrom().item(message));
    }

    private Uni<? extends Message<?>> read(String topic, Message<?> message) {
        try {
            return Uni.createFrom().item(message.withPayload(reader.deserialize(topic, (byte[]) message.getPayload())));
        } catch (SerializationException refusal) {
            return Uni.createFrom().completionStage(() -> message.nack(refusal)).replaceWith(() -> null);
        }
    }
}
