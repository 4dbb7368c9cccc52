package dev.colloquy.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever was acknowledged is there, and what happened was told once, whenever a process dies. */
class KilledSessionIT {

    private static final int CALLERS = 3;
    private static final Duration SETTLING = Duration.ofMinutes(3);

    @Test
    @DisplayName("S7, S8, S10: three kills under load lose no acknowledged entry or end, and invent no event")
    void agreesAfterThreeKills() {
        agreesAfterKills(3);
    }

    @Test
    @Tag("long")
    @DisplayName("S7, S8, S10: fifty kills under load lose no acknowledged entry or end, and invent no event")
    void agreesAfterFiftyKills() {
        agreesAfterKills(50);
    }

    private static void agreesAfterKills(int kills) {
        var random = new SplittableRandom(20_261_127);
        try (var sessions = new Sessions("-XX:TieredStopAtLevel=1");
                var interviewing = new Interviewing(sessions, Clock.systemUTC())) {
            sessions.start();
            sessions.start();
            interviewing.begin(CALLERS);
            for (int kill = 0; kill < kills; kill++) {
                letRun(Duration.ofMillis(500 + random.nextInt(3000)));
                sessions.replaceOne(random);
            }
            var ledger = interviewing.finish();
            assertTrue(ledger.ends().size() >= kills, "only " + ledger.ends().size() + " interviews");
            awaitSettled(sessions, ledger);
            assertKept(sessions, ledger);
            assertTold(sessions);
            System.out.printf(
                    "| %d kills | %d interviews, %d entries acknowledged, none lost |%n",
                    kills, ledger.ends().size(), ledger.entries().size());
        }
    }

    private static void awaitSettled(Sessions sessions, Ledger ledger) {
        await("every interview is finalised")
                .atMost(SETTLING)
                .until(() -> Set.copyOf(
                                sessions.rows("select interview_id from interview_fact where kind = 'finalised'"))
                        .containsAll(ledger.ends()));
        await("the outbox is empty")
                .atMost(SETTLING)
                .until(() -> sessions.rows("select seq from outbox_message where published_at is null")
                        .isEmpty());
    }

    private static void assertKept(Sessions sessions, Ledger ledger) {
        assertAll(
                () -> assertContains(
                        sessions.rows("select interview_id || '/' || item_key from transcript_entry"),
                        ledger.entries(),
                        "transcript entries"),
                () -> assertContains(
                        sessions.rows("select id from interview where ended_at is not null"), ledger.ends(), "ends"),
                () -> assertContains(
                        sessions.rows("select client_session_id from interview"),
                        ledger.practice(),
                        "practice interviews"));
    }

    /** One row of business, one row of the outbox, one event; and nothing has died. */
    private static void assertTold(Sessions sessions) {
        assertAll(
                () -> assertEquals(
                        sessions.rows("select interview_id from interview_fact where kind = 'ended' order by 1"),
                        outbox(sessions, Topics.INTERVIEW_ENDED),
                        "ends and their outbox rows"),
                () -> assertEquals(
                        sessions.rows("select interview_id from interview_fact where kind = 'finalised' order by 1"),
                        outbox(sessions, Topics.INTERVIEW_FINALISED),
                        "final versions and their outbox rows"),
                () -> assertEquals(
                        Set.copyOf(sessions.rows("select event_id from outbox_message where topic like 'interview-%'")),
                        published(),
                        "outbox rows and published events"),
                () -> assertEquals(List.of(), sessions.rows("select reason from dead_message"), "what died"));
    }

    private static List<String> outbox(Sessions sessions, String topic) {
        return sessions.rows("select key from outbox_message where topic = '%s' order by key::uuid".formatted(topic));
    }

    private static Set<String> published() {
        return List.of(Topics.INTERVIEW_ENDED, Topics.INTERVIEW_FINALISED).stream()
                .flatMap(topic -> KafkaPeer.records(topic).stream())
                .map(event -> new String(event.headers().lastHeader("event-id").value(), UTF_8))
                .collect(Collectors.toSet());
    }

    private static void assertContains(List<String> rows, Set<String> acknowledged, String what) {
        var missing = new HashSet<>(acknowledged);
        missing.removeAll(Set.copyOf(rows));
        assertEquals(Set.of(), missing, "acknowledged " + what + " that are not there");
    }

    private static void letRun(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}
