package dev.colloquy.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path folder;

    @Test
    void keepsRecordsOverARestart() throws Exception {
        try (var kafka = EmbeddedKafka.start(PartFolder.at(folder), 0)) {
            send(kafka, Topics.INTERVIEW_ENDED, "before");
        }
        try (var kafka = EmbeddedKafka.start(PartFolder.at(folder), 0)) {
            send(kafka, Topics.INTERVIEW_ENDED, "after");
            assertEquals(List.of("before", "after"), received(kafka, Topics.INTERVIEW_ENDED, 2));
        }
    }

    @Test
    void hasEveryTopicAndMakesNoOther() throws Exception {
        try (var kafka = EmbeddedKafka.start(PartFolder.at(folder), 0);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var names = admin.listTopics().names().get();
            assertTrue(names.containsAll(Topics.ALL.keySet()));
            assertTrue(names.contains(EmbeddedKafka.deadLettersOf("report-service")));
            var positions = new ConfigResource(ConfigResource.Type.TOPIC, Topics.POSITION_UPDATED);
            var policy = admin.describeConfigs(List.of(positions))
                    .all()
                    .get()
                    .get(positions)
                    .get("cleanup.policy");
            assertEquals("compact", policy.value());
            assertThrows(ExecutionException.class, () -> send(kafka, "unheard-of", "text"));
        }
    }

    private static void send(EmbeddedKafka kafka, String topic, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 1000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", text)).get();
        }
    }

    private static List<String> received(EmbeddedKafka kafka, String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var texts = new ArrayList<String>();
            for (int attempt = 0; attempt < 50 && texts.size() < count; attempt++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
            }
            return texts;
        }
    }
}
