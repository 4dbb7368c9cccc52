package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.payments.trial.Replica;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database that crashes or drops connections costs time, and nothing else. */
class DatabaseOutageIT {

    private static Trial trial;
    private static Replica replica;

    @BeforeAll
    static void start() {
        trial = Trial.named("k03");
        replica = trial.start();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @Test
    @DisplayName("K03: a database that crashes under writers and consumers loses, repeats and buries nothing")
    void outlivesACrashOfTheDatabase() {
        replica.load("perSecond=200");
        trial.letRun(Duration.ofSeconds(1));
        trial.crashDatabase();
        trial.startDatabase();
        var before = replica.load().get("committed").asLong();
        await("payments go on").until(() -> replica.load().get("committed").asLong() > before + 200);
        replica.stopLoad();
        trial.settled().assertBalanced();
        assertEquals(List.of(), trial.topic().deadLetters());
        replica.awaitReady();
    }
}
