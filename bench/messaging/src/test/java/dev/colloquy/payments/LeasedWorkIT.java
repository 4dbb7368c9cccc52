package dev.colloquy.payments;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.payments.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work is done once, whoever dies and whatever the clocks say. */
class LeasedWorkIT {

    private static final String LEASE = "colloquy.messaging.lease=3s";
    private static final int JOBS = 12;
    /** So many pieces of work a process does at the same time. */
    private static final int PLACES = 4;

    @Test
    @DisplayName("K10: work of a killed process is done once by another, though their clocks are ten minutes apart")
    void takesOverTheWorkOfTheDead() {
        try (var trial = Trial.named("k10")) {
            var early = trial.launch("payments.clock-skew=5m", LEASE);
            var late = trial.start("payments.clock-skew=-5m", LEASE);
            early.awaitReady();
            IntStream.range(0, JOBS).forEach(job -> late.settle("job-" + job, 1));
            await("both work")
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> workers(trial).containsAll(List.of(early.name(), late.name())));
            early.kill();
            await("all work is done")
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            trial.database().count("select count(*) from leased_work where state = 'done'") == JOBS);
            assertEquals(JOBS, trial.database().count("select count(distinct key) from settlement"));
            assertEquals(JOBS, trial.database().count("select count(*) from settlement"));
            var repeated = trial.database().count("select count(*) from settlement where attempt = 2");
            assertTrue(repeated >= 1 && repeated <= PLACES, repeated + " pieces of work were begun again");
        }
    }

    /** The replica of each piece of work that is being done. */
    private static List<String> workers(Trial trial) {
        return trial.database().texts("""
                select application_name from pg_stat_activity
                where datname = current_database() and state = 'active' and query like 'select 1 from pg_sleep%'""");
    }
}
