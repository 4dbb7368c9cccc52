package dev.colloquy.payments;

import dev.colloquy.local.embedded.Figures;
import dev.colloquy.payments.trial.Replica;
import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast and how dear it is, on this machine; measured, not judged. */
@Tag("long")
class FiguresIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String NOBODY_CONSUMES = "mp.messaging.incoming.payments.enabled=false";

    @Test
    @DisplayName("F8: from commit to consumer at 200 events/s, told by notification and by poll only")
    void latency() {
        try (var trial = Trial.named("latency")) {
            trial.timeCommits();
            var replica = trial.startForSpeed();
            latencies(trial, replica, 2000);
            var cpu = replica.cpu();
            add("commit → readable at 200/s, notified", latencies(trial, replica, 12_000));
            var spent = replica.cpu().minus(cpu);
            Figures.add("CPU per 1,000 events written, relayed and consumed", "%.2f s", spent.toMillis() / 12_000.0);
            trial.database().run("alter table outbox_message disable trigger outbox_message_signal");
            add("commit → readable at 200/s, by poll only", latencies(trial, replica, 12_000));
        }
    }

    @Test
    @DisplayName("from writer to effect, as fast as one replica can")
    void endToEnd() {
        try (var trial = Trial.named("endtoend")) {
            var replica = trial.startForSpeed();
            pay(trial, replica, 5000);
            long start = System.nanoTime();
            replica.load("writers=8&accounts=100&payments=20000");
            replica.awaitLoadDone(LIMIT);
            Figures.add("20,000 payments written", "%.0f/s", 20_000 / secondsSince(start));
            trial.awaitPublished(LIMIT);
            Figures.add("… and published", "%.0f/s", 20_000 / secondsSince(start));
            trial.settled(LIMIT).assertBalanced();
            Figures.add("… and consumed", "%.0f/s", 20_000 / secondsSince(start));
        }
    }

    @Test
    @DisplayName("one relay with a full outbox, and one consumer with a full topic")
    void alone() {
        try (var trial = Trial.named("alone")) {
            trial.start(NOBODY_CONSUMES).kill();
            trial.database().run("""
                    with made as (
                        select gen_random_uuid() as id, 'account-' || n % 100 as account, n as number
                        from generate_series(1, 50000) as n)
                    insert into outbox_message (event_id, topic, key, payload)
                    select id, 'alone', account,
                        format('{"eventId":"%s","account":"%s","number":%s}', id, account, number)
                    from made order by number""");
            var relay = trial.startForSpeed(NOBODY_CONSUMES);
            trial.awaitPublished(LIMIT);
            Figures.add("relay alone, 50,000 events", "%s/s", trial.database().count("""
                    select round(50000 / extract(epoch from max(published_at) - min(published_at)))
                    from outbox_message"""));
            Figures.add(
                    "CPU per 1,000 of them, with the start of the process",
                    "%.2f s",
                    relay.cpu().toMillis() / 50_000.0);
            relay.kill();
            trial.startForSpeed();
            trial.awaitReceipts(50_000, LIMIT);
            Figures.add(
                    "consumer alone, 50,000 events", "%s/s", trial.database().count("""
                    select round(50000 / extract(epoch from max(received_at) - min(received_at)))
                    from inbox_message"""));
        }
    }

    @Test
    @DisplayName("what an event adds to a transaction")
    void price() {
        try (var trial = Trial.named("price")) {
            var replica = trial.startForSpeed(NOBODY_CONSUMES);
            replica.price(1000);
            var price = replica.price(5000);
            Figures.add(
                    "transaction without event",
                    "p50 %s µs, p99 %s µs",
                    price.get("silentP50"),
                    price.get("silentP99"));
            Figures.add("transaction with event", "p50 %s µs, p99 %s µs", price.get("toldP50"), price.get("toldP99"));
        }
    }

    private static void pay(Trial trial, Replica replica, int payments) {
        replica.load("writers=8&accounts=100&payments=" + payments);
        replica.awaitLoadDone(LIMIT);
        trial.settled(LIMIT);
    }

    /** Microseconds from commit to consumer of each of the payments. */
    private static Histogram latencies(Trial trial, Replica replica, int payments) {
        var before = trial.commits().keySet();
        try (var arrivals = trial.topic().arrivals()) {
            replica.load("perSecond=200&payments=" + payments);
            replica.awaitLoadDone(LIMIT);
            trial.settled(LIMIT);
            var times = new Histogram(3);
            trial.commits().forEach((event, committed) -> {
                if (!before.contains(event)) {
                    times.recordValue(Math.max(0, arrivals.noted().get(event) - committed));
                }
            });
            return times;
        }
    }

    private static void add(String what, Histogram micros) {
        Figures.add(
                what,
                "p50 %.1f ms, p99 %.1f ms",
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
