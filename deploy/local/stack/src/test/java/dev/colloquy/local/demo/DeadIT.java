package dev.colloquy.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.Dead;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadIT {

    private static final StackAddress STACK = RunningStack.address();

    private record Answer(int code, String text) {

        List<String> rowsOf(String key) {
            return text.lines().filter(line -> line.contains(key)).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "booking, booking-service",
        "session, session-service",
        "webhook, webhook-service",
        "gateway, realtime-gateway",
        "report, report-service"
    })
    @DisplayName("a letter of any service is listed and replayed; what comes back without its origin cannot be")
    void replaysALetter(String service, String module) {
        var key = UUID.randomUUID().toString();
        die("dead-letters-" + module, key);
        await().atMost(Duration.ofSeconds(20)).until(() -> dead().rowsOf(key).size() == 1);
        var first = dead().rowsOf(key).getFirst().split(" ")[0];
        assertTrue(first.startsWith(service + "/letter-"), first);

        assertEquals(0, dead("replay", first).code());
        assertEquals(1, dead("replay", first).code());
        await().atMost(Duration.ofSeconds(20)).until(() -> dead().rowsOf(key).size() == 1);
        var second = dead().rowsOf(key).getFirst().split(" ")[0];
        assertTrue(dead("replay", second).text().contains("/problems/not-replayable"));
        assertEquals(0, dead("replay", "--all").code());
        assertEquals(1, dead().rowsOf(key).size());
    }

    @Test
    void saysHowItIsUsed() {
        assertEquals(2, dead("bury").code());
        assertEquals(2, dead("replay").code());
    }

    private static Answer dead(String... words) {
        var told = new ByteArrayOutputStream();
        int code = Dead.run(STACK, List.of(words), new PrintStream(told, true, UTF_8));
        return new Answer(code, told.toString(UTF_8));
    }

    /** Puts an event aside that came from the dead letters themselves, so that no other service hears of it. */
    private static void die(String topic, String key) {
        var record = new ProducerRecord<>(topic, key, "{}");
        Map.of("dead-letter-topic", topic, "dead-letter-partition", "0", "dead-letter-offset", "1000000")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var settings = Map.<String, Object>of("bootstrap.servers", STACK.get("KAFKA_BOOTSTRAP_SERVERS"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
