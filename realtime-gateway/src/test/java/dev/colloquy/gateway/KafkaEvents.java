package dev.colloquy.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.Event;
import dev.colloquy.local.embedded.KafkaResource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services' side of Kafka. */
@ApplicationScoped
public class KafkaEvents {

    private final ObjectMapper json;
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer());

    KafkaEvents(ObjectMapper json) {
        this.json = json;
    }

    public void publish(Event event) {
        try {
            producer.send(new ProducerRecord<>(event.topic(), event.key(), json.writeValueAsString(event)))
                    .get(5, SECONDS);
        } catch (JsonProcessingException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every event of a key that is on the topic once the predicate holds for them. */
    public List<JsonNode> eventsOf(String topic, Object key, Predicate<List<JsonNode>> enough) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", KafkaResource.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int i = 0; i < 40 && !enough.test(found); i++) {
                for (var message : consumer.poll(Duration.ofMillis(250))) {
                    if (message.key().equals(key.toString())) {
                        found.add(json.readTree(message.value()));
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ZERO);
    }
}
