package dev.colloquy.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.local.embedded.KafkaResource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What webhook-service tells of an interview's room over Kafka. */
final class Told implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Clock clock;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", KafkaResource.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    Told(Clock clock) {
        this.clock = clock;
    }

    void joined(InterviewId id) {
        publish(new ParticipantJoined(
                UUID.randomUUID(), clock.instant(), id, "PA_" + UUID.randomUUID(), ParticipantKind.CANDIDATE));
    }

    /** Told twice, as it happens. */
    void recorded(InterviewId id) {
        var ended = new EgressEnded(
                UUID.randomUUID(),
                clock.instant(),
                id,
                "EG_" + id,
                EgressStatus.COMPLETE,
                FactSource.WEBHOOK,
                "recordings/" + id + ".ogg",
                60);
        publish(ended);
        publish(ended);
    }

    private void publish(Event event) {
        try {
            producer.send(new ProducerRecord<>(event.topic(), event.key(), JSON.writeValueAsBytes(event)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
