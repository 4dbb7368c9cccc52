package dev.colloquy.webhooks;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.Figures;
import dev.colloquy.webhooks.load.Providers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a provider does not tell is found. */
class LostWebhookIT {

    private static final String TOLD = "select interview_id || ' ' || egress_id from recording";
    private static final String OUTBOX = "select key from outbox_message where topic = 'egress-ended' order by 1";

    @Test
    @DisplayName(
            "F27, W20: one of ten egress_ended of 100 interviews is lost: all are found, and a late one adds nothing")
    void findsTen() {
        find(100);
    }

    @Test
    @Tag("long")
    @DisplayName(
            "F27, W20: one of ten egress_ended of 3,000 interviews is lost: all are found, and a late one adds nothing")
    void findsHundreds() {
        find(3000);
    }

    private static void find(int interviews) {
        try (var database = new Database();
                var liveKit = new Egresses();
                var replicas = new Replicas("lost", database, Replicas.QUICK_START)
                        .with("LIVEKIT_URL", liveKit.address())
                        .with("COLLOQUY_WEBHOOK_RECONCILIATION_RECORDING_FIRST_QUESTION", "2s");
                var endings = new Endings(Clock.systemUTC());
                var providers = new Providers(replicas::address, Clock.systemUTC(), 0)) {
            replicas.start();
            var recorded = Stream.generate(() ->
                            new InterviewId(Generators.timeBasedEpochGenerator().generate()))
                    .limit(interviews)
                    .toList();
            var lost = recorded.subList(0, interviews / 10);
            long begin = System.nanoTime();
            recorded.forEach(endings::tell);
            recorded.subList(lost.size(), interviews).forEach(providers::tellRecorded);
            awaitTold(database, recorded);
            assertReconciled(database, lost);
            Figures.add(
                    "%d of %d egress_ended lost: all found".formatted(lost.size(), interviews),
                    "within %.0f s by %d questions",
                    (System.nanoTime() - begin) / 1e9,
                    liveKit.questions());
            lost.forEach(providers::tellRecorded);
            assertEquals(interviews, providers.finish().told().size());
            awaitProcessed(database);
            assertToldOnce(database, recorded);
        }
    }

    private static void awaitTold(Database database, List<InterviewId> recorded) {
        var expected = recorded.stream().map(id -> id + " EG_" + id.roomName()).collect(toSet());
        await("every recording is told")
                .atMost(Duration.ofMinutes(5))
                .until(() -> new HashSet<>(database.rows(TOLD)).equals(expected));
        await("nothing is owed any more")
                .atMost(Duration.ofMinutes(1))
                .until(() -> database.rows("select interview_id from expectation where outcome is null")
                        .isEmpty());
    }

    private static void assertReconciled(Database database, List<InterviewId> lost) {
        var reconciled = Set.copyOf(database.rows(
                "select interview_id from recording where source = 'RECONCILED' and status = 'COMPLETE'"));
        assertTrue(
                reconciled.containsAll(lost.stream().map(InterviewId::toString).toList()));
    }

    private static void awaitProcessed(Database database) {
        await("every delivery is processed")
                .atMost(Duration.ofMinutes(1))
                .until(() -> database.rows("select id from delivery where state = 'RECEIVED'")
                        .isEmpty());
    }

    private static void assertToldOnce(Database database, List<InterviewId> recorded) {
        var expected = recorded.stream().map(InterviewId::toString).sorted().toList();
        assertEquals(expected, database.rows(OUTBOX), "events of recordings");
        assertEquals(List.of(), database.rows("select reason from dead_message"), "what died");
    }
}
