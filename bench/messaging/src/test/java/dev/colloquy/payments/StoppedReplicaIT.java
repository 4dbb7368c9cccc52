package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A replica that is asked to go, as at every deployment. */
class StoppedReplicaIT {

    private static final int RECORDS = 3000;
    /** What a replica may have been given to do when it was asked: a poll's worth, not a topic's. */
    private static final int IN_FLIGHT = 500;

    @Test
    @DisplayName("K12: SIGTERM in mid-consumption loses nothing, buries nothing, and what was done stays committed")
    void endsInMidConsumption() {
        try (var trial = Trial.named("k12")) {
            trial.topic()
                    .send(IntStream.rangeClosed(1, RECORDS)
                            .mapToObj(number -> trial.topic().record("account-" + number % 20, payment(number)))
                            .toList());
            var replica = trial.start();
            await("it is at work").atMost(Duration.ofSeconds(30)).until(() -> receipts(trial) > 100);
            replica.terminate();

            long done = receipts(trial);
            assertTrue(done < RECORDS, "it ended in the middle");
            long again = done - (RECORDS - trial.topic().lag());
            assertTrue(again >= 0 && again <= IN_FLIGHT, again + " of " + done + " come again");

            trial.start();
            await("the next one does the rest")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> trial.topic().lag() == 0);
            assertEquals(RECORDS, receipts(trial));
            assertEquals(List.of(), trial.topic().deadLetters());
        }
    }

    private static long receipts(Trial trial) {
        return trial.database().count("select count(*) from receipt");
    }

    private static String payment(int number) {
        return """
                {"eventId":"%s","account":"account-1","number":%d}""".formatted(UUID.randomUUID(), number);
    }
}
