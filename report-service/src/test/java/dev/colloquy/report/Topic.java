package dev.colloquy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.Event;
import dev.colloquy.local.embedded.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Reads and writes topics as the other services do. */
public final class Topic {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Topic() {}

    public static void publish(Event event) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(event.topic(), event.key(), JSON.writeValueAsString(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until there are so many events with this key. */
    public static List<JsonNode> await(String topic, String key, int count) {
        var seen = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(topic, key), events -> events.size() >= count);
        if (seen.size() > count) {
            throw new AssertionError("More than " + count + " events: " + seen);
        }
        return seen;
    }

    /** All events with this key so far. */
    public static List<JsonNode> read(String topic, String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<JsonNode>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(event.key())) {
                        events.add(JSON.readTree(event.value()));
                    }
                }
            }
            return events;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
