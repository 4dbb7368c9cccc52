package dev.colloquy.webhooks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.Figures;
import dev.colloquy.webhooks.load.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever was acknowledged is there, and what it means was told once, whenever a process dies. */
class KilledReplicaIT {

    private static final int PER_SECOND = 150;

    @Test
    @DisplayName("F3, W11, W12, W21: three kills under load lose nothing that was acknowledged, and tell nothing twice")
    void agreesAfterThreeKills() {
        agreesAfterKills(3);
    }

    @Test
    @Tag("long")
    @DisplayName("F3, W11, W12, W21: fifty kills under load lose nothing that was acknowledged, and tell nothing twice")
    void agreesAfterFiftyKills() {
        agreesAfterKills(50);
    }

    private static void agreesAfterKills(int kills) {
        var random = new SplittableRandom(20_261_130);
        try (var database = new Database();
                var replicas = new Replicas("killed", database, Replicas.QUICK_START)) {
            var verdict = new Verdict(database);
            replicas.start();
            replicas.start();
            try (var providers = new Providers(replicas::address, Clock.systemUTC(), 20_261_131)) {
                providers.begin(PER_SECOND);
                for (int kill = 0; kill < kills; kill++) {
                    providers.letSend(Duration.ofMillis(500 + random.nextInt(2500)));
                    replicas.replaceOne(random);
                }
                var ledger = providers.finish();
                assertTrue(ledger.acknowledged() > 100 * kills, "only " + ledger.acknowledged() + " acknowledged");
                verdict.settled().assertKept(ledger);
                verdict.assertSameFinalState();
                Figures.add(
                        kills + " kills",
                        "%d webhooks acknowledged, none lost, %d given up by their senders",
                        ledger.acknowledged(),
                        ledger.givenUp().size());
            }
        }
    }
}
