package dev.colloquy.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.local.embedded.Figures;
import dev.colloquy.webhooks.load.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhooks as they come on a busy day: nothing acknowledged is lost, nothing forged is kept. */
class SteadyLoadIT {

    private static final int PER_SECOND = 150;

    @Test
    @DisplayName("F1, W04, W15: seconds of 150 webhooks/s, a fifth again and one of twenty forged, in any order")
    void keepsSeconds() {
        keep(Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    @Test
    @Tag("long")
    @DisplayName("F1, W04, W15: five minutes of 150 webhooks/s, a fifth again and one of twenty forged, in any order")
    void keepsMinutes() {
        keep(Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    private static void keep(Duration warmUp, Duration time) {
        try (var database = new Database();
                var replicas = new Replicas("steady", database)) {
            var verdict = new Verdict(database);
            var replica = replicas.start();
            try (var providers = new Providers(replicas::address, Clock.systemUTC(), 20_261_128)) {
                providers.begin(PER_SECOND);
                providers.letSend(warmUp);
                var cpu = replica.cpu();
                long since = System.nanoTime();
                providers.letSend(time);
                var ledger = providers.finish();
                var times = ledger.times(since);
                verdict.settled();
                report(replica.cpu().minus(cpu).toMillis() / (double) times.getTotalCount(), times, verdict);
                Figures.add("… answered 503", "%d", ledger.count(503, since));
                verdict.assertKept(ledger);
                verdict.assertSameFinalState();
                assertEquals(Set.of(), ledger.givenUp());
            }
        }
    }

    private static void report(double cpu, Histogram times, Verdict verdict) {
        Figures.add(
                "%d sendings at 150/s, one replica: sent → answered".formatted(times.getTotalCount()),
                "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms",
                times.getValueAtPercentile(50) / 1000.0,
                times.getValueAtPercentile(99) / 1000.0,
                times.getValueAtPercentile(99.9) / 1000.0,
                times.getMaxValue() / 1000.0);
        Figures.add(
                "… stored → in the outbox",
                "p50 %s ms, p99 %s ms",
                verdict.millisUntilTold(50),
                verdict.millisUntilTold(99));
        Figures.add("… CPU per 1,000 webhooks, taken in, translated and published", "%.2f s", cpu);
    }
}
