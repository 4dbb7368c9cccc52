package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was published takes effect once, whatever is published and however often. */
class ConsumerIT {

    private static final String RECEIPTS = "select count(*) from receipt";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    @DisplayName("K12: a consumer stopped in mid-stream ends by itself, has committed its offsets, and goes on there")
    void goesOnWhereItWasStopped() {
        try (var trial = Trial.named("k12")) {
            send(trial, 1000, 0);
            var first = trial.start();
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> trial.database().count(RECEIPTS) >= 200);
            first.terminate();
            var received = trial.database().count(RECEIPTS);
            assertTrue(received < 1000, "stopped too late to show anything");
            var again = trial.topic().lag() - (1000 - received);
            assertTrue(again == 0 || again == 1, again + " records will come again, and one was in flight");
            trial.start();
            awaitConsumed(trial, 1000);
            assertEquals(List.of(), trial.topic().deadLetters());
        }
    }

    @Test
    @DisplayName("K08: a consumer group that begins again from the start has no effect")
    void receivesNothingTwice() {
        try (var trial = Trial.named("k08")) {
            send(trial, 200, 0);
            var replica = trial.start();
            awaitConsumed(trial, 200);
            replica.terminate();
            trial.topic().rewind();
            assertEquals(200, trial.topic().lag());
            trial.start();
            awaitConsumed(trial, 200);
        }
    }

    @Test
    @DisplayName("F12: poison goes to the dead letters with its reason, and stops nobody")
    void buriesPoison() {
        try (var trial = Trial.named("f12")) {
            buryPoison(trial, 1000);
        }
    }

    @Test
    @Tag("long")
    @DisplayName("F12: 100 poisonous records in 10,000 go to the dead letters with their reasons, and stop nobody")
    void buriesMuchPoison() {
        try (var trial = Trial.named("f12long")) {
            buryPoison(trial, 10_000);
        }
    }

    private static void buryPoison(Trial trial, int records) {
        send(trial, records, 100);
        var replica = trial.start();
        awaitConsumed(trial, records - records / 100);
        var dead = trial.topic().deadLetters();
        assertEquals(records / 100, dead.size());
        assertAll(dead.stream()
                .map(record -> () -> assertTrue(record.headers()
                        .headers("dead-letter-reason")
                        .iterator()
                        .hasNext())));
        assertTrue(replica.isReady());
    }

    private static void awaitConsumed(Trial trial, int receipts) {
        await("everything is consumed")
                .atMost(LIMIT)
                .untilAsserted(() -> assertEquals(0, trial.topic().lag()));
        assertEquals(receipts, trial.database().count(RECEIPTS));
    }

    /** Every so many records one that nobody can read, or whose effect the database refuses, in turn. */
    private static void send(Trial trial, int records, int poisonEvery) {
        trial.topic()
                .send(IntStream.rangeClosed(1, records)
                        .mapToObj(number -> poisonEvery > 0 && number % poisonEvery == poisonEvery / 2
                                ? trial.topic().record("account-1", number / poisonEvery % 2 == 0 ? "{" : payment(0))
                                : trial.topic().record("account-" + number % 20, payment(number)))
                        .toList());
    }

    private static String payment(int number) {
        return """
                {"eventId":"%s","account":"account-1","number":%d}""".formatted(UUID.randomUUID(), number);
    }
}
