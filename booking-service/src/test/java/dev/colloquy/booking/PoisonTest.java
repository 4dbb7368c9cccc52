package dev.colloquy.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.EmbeddedKafka;
import dev.colloquy.local.embedded.KafkaPeer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @DisplayName("F12: poison becomes a dead letter with its reason, and what comes behind it takes effect")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":         | event of position-updated refused: it is not a JSON object
            {"version": 2}    | event version 2 of position-updated is not known here; this service reads 1
            {"title": "Cook"} | event of position-updated refused: eventId is missing
            {"deleted": "no"} | event of position-updated refused: deleted has a value that is not allowed
                              | event of position-updated refused: it has no value
            """)
    void goesOnBehindPoison(@Nullable String poison, String reason) {
        var position = UUID.randomUUID();
        publish(position, poison);
        KafkaPeer.publish(cook(position));
        publish(position, poison);

        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60)).put("positionId", position.toString());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> Booked.post(request).statusCode(200));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertEquals(0, KafkaPeer.lag("booking-service-position-updated", Topics.POSITION_UPDATED)));
        var letters = deadLetters(position);
        assertEquals(2, letters.size(), "one before the good event, one behind it");
        for (var letter : letters) {
            assertArrayEquals(poison == null ? null : poison.getBytes(UTF_8), letter.value());
            assertEquals(
                    reason,
                    new String(letter.headers().lastHeader("dead-letter-reason").value(), UTF_8));
        }
    }

    private static PositionUpdated cook(UUID position) {
        var acme = new TenantId("acme");
        return new PositionUpdated(
                UUID.randomUUID(), Booked.inMinutes(0), acme, position, "Cook", false, Provider.OPENAI, false);
    }

    private static void publish(UUID position, @Nullable String value) {
        KafkaPeer.publish(Topics.POSITION_UPDATED, position.toString(), value == null ? null : value.getBytes(UTF_8));
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(UUID position) {
        return KafkaPeer.records(EmbeddedKafka.deadLettersOf("booking-service")).stream()
                .filter(letter -> position.toString().equals(letter.key()))
                .toList();
    }
}
