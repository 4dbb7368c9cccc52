package dev.colloquy.payments;

import dev.colloquy.payments.trial.Replica;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The payments of an account reach the topic in the order in which they were made. */
class OrderIT {

    private static final String NOBODY_CONSUMES = "mp.messaging.incoming.payments.enabled=false";

    @Test
    @DisplayName("F9: no payment overtakes an earlier one of its account, with four writers and long transactions")
    void keepsTheOrderOfEachAccount() {
        try (var trial = Trial.named("f9")) {
            var other = trial.launch(NOBODY_CONSUMES);
            var writer = trial.start(NOBODY_CONSUMES);
            writer.load("payments=5000&longEvery=331");
            other.awaitReady();
            writer.awaitLoadDone(Duration.ofMinutes(1));
            trial.awaitPublished(Duration.ofSeconds(30));
            trial.books().assertPublished();
        }
    }

    @Test
    @Tag("long")
    @DisplayName("F9: no payment in 100,000 overtakes an earlier one of its account, though relays are killed")
    void keepsTheOrderOfEachAccountOverKills() {
        try (var trial = Trial.named("f9long")) {
            var writer = trial.start(NOBODY_CONSUMES);
            writer.load("payments=100000&longEvery=331&declineEvery=97");
            var relay = trial.start(NOBODY_CONSUMES);
            while (writer.load().get("running").asBoolean()) {
                trial.letRun(Duration.ofSeconds(5));
                relay = replace(trial, relay);
            }
            trial.awaitPublished(Duration.ofMinutes(5));
            trial.books().assertPublished();
        }
    }

    private static Replica replace(Trial trial, Replica relay) {
        relay.kill();
        return trial.start(NOBODY_CONSUMES);
    }
}
