package dev.colloquy.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.Figures;
import dev.colloquy.webhooks.load.Answer;
import dev.colloquy.webhooks.load.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without its database the service promises nothing, and says so soon. */
class DatabaseOutageIT {

    private static final int PER_SECOND = 150;

    @Test
    @DisplayName("F2, W13: PostgreSQL crashes for seconds under load: 503 and no 2xx meanwhile, then 2xx again")
    void outlivesSeconds() {
        outlive(Duration.ofSeconds(4), Duration.ofSeconds(10));
    }

    @Test
    @Tag("long")
    @DisplayName("F2, W13: PostgreSQL crashes for 20 s under load: 503 and no 2xx meanwhile, 2xx within 3 s after")
    void outlivesTwentySeconds() {
        outlive(Duration.ofSeconds(20), Duration.ofSeconds(3));
    }

    /** @param limit for each 503, and for the first 2xx after the database is back */
    private static void outlive(Duration away, Duration limit) {
        try (var database = new Database();
                var replicas = new Replicas("outage", database)) {
            var verdict = new Verdict(database);
            replicas.start();
            try (var providers = new Providers(replicas::address, Clock.systemUTC(), 20_261_129)) {
                providers.begin(PER_SECOND);
                providers.letSend(Duration.ofSeconds(3));
                database.crash();
                long gone = System.nanoTime();
                providers.letSend(away);
                long coming = System.nanoTime();
                database.comeBack();
                long back = System.nanoTime();
                providers.letSend(Duration.ofSeconds(8));
                var ledger = providers.finish();
                assertOnly503(
                        ledger.answers().stream()
                                .filter(answer -> answer.due() > gone && answer.answered() < coming)
                                .toList(),
                        limit);
                var first = firstAcknowledged(ledger.answers(), gone).minusNanos(back - gone);
                Figures.add(
                        "PostgreSQL away for " + away.toSeconds() + " s: back → first 2xx",
                        "%d ms",
                        Math.max(0, first.toMillis()));
                assertTrue(first.compareTo(limit) <= 0, "The first 2xx came after " + first);
                verdict.settled().assertKept(ledger);
                verdict.assertSameFinalState();
            }
        }
    }

    private static void assertOnly503(List<Answer> answers, Duration limit) {
        var genuine = answers.stream().filter(answer -> answer.status() != 401).toList();
        assertFalse(genuine.isEmpty());
        genuine.forEach(answer -> {
            assertEquals(503, answer.status());
            assertEquals(5, answer.retryAfter());
            assertTrue(answer.time().compareTo(limit) <= 0, "A 503 after " + answer.time());
        });
    }

    /** After the database went away. */
    private static Duration firstAcknowledged(Queue<Answer> answers, long gone) {
        long first = answers.stream()
                .filter(answer -> answer.due() > gone && answer.isAcknowledged())
                .mapToLong(Answer::answered)
                .min()
                .orElseThrow();
        return Duration.ofNanos(first - gone);
    }
}
