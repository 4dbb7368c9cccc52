package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.Figures;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broker that is away delays events, and neither loses them nor stops the business. */
class BrokerOutageIT {

    @Test
    @DisplayName("F11: with the broker away payments go on, and are published in order when it is back")
    void servesWhileTheBrokerIsAway() {
        try (var trial = Trial.named("f11")) {
            var waiting = outage(trial, "perSecond=200", Duration.ofSeconds(5));
            assertTrue(waiting > 0, "nothing waited");
            trial.settled().assertBalanced();
        }
    }

    @Test
    @Tag("long")
    @DisplayName("F11: 30,000 events of a broker outage of five minutes are published within 60 s of its return")
    void catchesUpWithALongOutage() {
        try (var trial = Trial.named("f11long")) {
            var waiting = outage(trial, "perSecond=130", Duration.ofMinutes(5));
            assertTrue(waiting >= 30_000, "only " + waiting + " waited");
            var returned = System.nanoTime();
            trial.awaitPublished(Duration.ofSeconds(60));
            Figures.add(
                    "broker away for 5 min: outbox of %d empty again".formatted(waiting),
                    "%d s",
                    (System.nanoTime() - returned) / 1_000_000_000);
            trial.settled(Duration.ofMinutes(10)).assertBalanced();
        }
    }

    /** How many events waited when the broker returned. */
    private static long outage(Trial trial, String load, Duration time) {
        var replica = trial.start();
        replica.load(load);
        trial.letRun(Duration.ofSeconds(1));
        trial.stopBroker();
        await().during(time).atMost(time.plusSeconds(10)).untilAsserted(() -> {
            assertEquals(204, replica.pay());
            assertTrue(replica.isReady());
            assertTrue(replica.isAlive());
        });
        replica.stopLoad();
        assertEquals(0, replica.load().get("failed").asLong());
        var waiting = trial.database().waiting();
        trial.startBroker();
        return waiting;
    }
}
