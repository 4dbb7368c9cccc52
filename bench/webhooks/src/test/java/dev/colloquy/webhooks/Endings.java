package dev.colloquy.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaResource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What session-service tells when interviews end that were recorded. */
final class Endings implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Clock clock;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", KafkaResource.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    Endings(Clock clock) {
        this.clock = clock;
    }

    void tell(InterviewId interview) {
        var now = clock.instant();
        var ended = new InterviewEnded(
                UUID.randomUUID(),
                now,
                new TenantId("acme"),
                interview,
                Provider.LIVEKIT,
                now,
                EndedBy.USER,
                1750,
                true,
                true,
                null,
                null);
        try {
            producer.send(new ProducerRecord<>(ended.topic(), ended.key(), JSON.writeValueAsBytes(ended)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
