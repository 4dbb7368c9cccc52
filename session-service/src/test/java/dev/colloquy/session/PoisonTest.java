package dev.colloquy.session;

import static dev.colloquy.session.testing.Interviews.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.EmbeddedKafka;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class PoisonTest {

    private static final String JOINED = """
            {"type": "participant_joined", "version": 1, "eventId": "01935d2e-7c00-7000-8000-000000000001",
             "occurredAt": "2026-11-21T10:15:30Z", "interviewId": "01935d2e-7c00-7000-8000-0000000000aa",
             "participantSid": "PA_x", "participant": "candidate"}""";
    private static final Map<String, String> REASONS = Map.of(
            "{\"type\": ",
            "event of room-events refused: it is not a JSON object",
            "é".repeat(450_000),
            "event of room-events refused: it is not a JSON object",
            JOINED.replace("1,", "2,"),
            "event version 2 of room-events is not known here; this service reads 1",
            JOINED.replace("_joined", "_danced"),
            "event of room-events refused: its type is missing or not known here",
            JOINED.replace("occurredAt", "at"),
            "event of room-events refused: occurredAt is missing",
            JOINED.replace("candidate", "ghost"),
            "event of room-events refused: participant has a value that is not allowed");

    @Test
    @DisplayName("F12: poison becomes a dead letter with its reason, and what comes behind it takes effect")
    void goesOnBehindPoison() {
        var poisoned = new LinkedHashMap<InterviewId, String>();
        for (var poison : REASONS.keySet()) {
            var interview = Interviews.admitted();
            KafkaPeer.publish(Topics.ROOM_EVENTS, interview.toString(), poison.getBytes(UTF_8));
            Interviews.join(interview);
            KafkaPeer.publish(Topics.ROOM_EVENTS, interview.toString(), poison.getBytes(UTF_8));
            poisoned.put(interview, poison);
        }

        poisoned.forEach((interview, poison) -> {
            eventually(() -> Interviews.results(interview).body("interview.status", equalTo("in_progress")));
        });
        eventually(() -> assertEquals(0, KafkaPeer.lag("session-service-room-events", Topics.ROOM_EVENTS)));
        poisoned.forEach((interview, poison) -> {
            var letters = deadLetters(interview);
            assertEquals(2, letters.size(), "one before the good event, one behind it");
            for (var letter : letters) {
                assertArrayEquals(poison.getBytes(UTF_8), letter.value());
                assertEquals(REASONS.get(poison), header(letter, "dead-letter-reason"));
                assertEquals(Topics.ROOM_EVENTS, header(letter, "dead-letter-topic"));
            }
        });
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(InterviewId interview) {
        return KafkaPeer.records(EmbeddedKafka.deadLettersOf("session-service")).stream()
                .filter(letter -> interview.toString().equals(letter.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
