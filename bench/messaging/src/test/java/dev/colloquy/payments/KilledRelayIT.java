package dev.colloquy.payments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.payments.trial.Replica;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Business rows, outbox rows, events and effects tell one story, whenever a process or a connection dies. */
class KilledRelayIT {

    private static final String IN_TRANSACTION = "xact_start is not null and backend_type = 'client backend'";
    private static final String RELAYING = "pid in (select pid from pg_locks where locktype = 'advisory')";

    private final Random random = new Random(20_261_121);

    @Test
    @DisplayName("K01: nothing is lost, invented or done twice when relays are killed while writers are writing")
    void agreesAfterThreeKills() {
        try (var trial = Trial.named("k01")) {
            disturb(trial, 2, 3, "perSecond=100&longEvery=37&declineEvery=7");
            trial.settled().assertBalanced();
        }
    }

    @Test
    @Tag("long")
    @DisplayName("F7: business rows, outbox rows, events and effects agree after 500 kills and lost connections")
    void agreesAfterFiveHundredPoints() {
        try (var trial = Trial.named("f7")) {
            var points = disturb(trial, 3, 120, "perSecond=20&longEvery=5&declineEvery=7");
            trial.settled(Duration.ofMinutes(5)).assertBalanced();
            assertTrue(points >= 500, "only " + points + " kills and lost connections");
        }
    }

    /** Kills replicas and ends connections in mid-transaction, and says how many of both together. */
    private int disturb(Trial trial, int replicas, int kills, String load) {
        var running = new ArrayList<Replica>();
        for (int replica = 0; replica < replicas; replica++) {
            running.add(start(trial, load));
        }
        int points = 0;
        for (int kill = 1; kill <= kills; kill++) {
            for (var condition : new String[] {IN_TRANSACTION, RELAYING}) {
                trial.letRun(Duration.ofMillis(100 + random.nextInt(500)));
                points += trial.database().endConnections(condition);
            }
            trial.letRun(Duration.ofMillis(100 + random.nextInt(500)));
            running.remove(random.nextInt(replicas)).kill();
            running.add(start(trial, load));
            points++;
        }
        running.forEach(Replica::stopLoad);
        return points;
    }

    private static Replica start(Trial trial, String load) {
        var replica = trial.start();
        replica.load(load);
        return replica;
    }
}
