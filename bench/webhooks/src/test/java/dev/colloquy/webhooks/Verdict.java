package dev.colloquy.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhooks.load.Ledger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether tables and topics say what the ledger says. */
final class Verdict {

    private static final Duration SETTLING = Duration.ofMinutes(3);
    private static final String ROW = "provider || ' ' || dedupe_key || ' ' || encode(sha256(body), 'hex')";
    /** Interviews of which all is stored that is ever told of a room. */
    private static final String COMPLETE = """
            select interview_id from delivery
            where kind in ('participant_joined', 'participant_left', 'room_finished', 'egress_ended')
            group by interview_id having count(*) = 6""";
    /** As they must be in the end, whatever came first. */
    private static final String IN_THEIR_FINAL_STATE = """
            select interview_id from presence group by interview_id having count(*) = 2 and count(left_at) = 2
            intersect
            select interview_id from recording group by interview_id having array_agg(status) = '{COMPLETE}'""";

    private final Database database;
    private final Set<String> publishedBefore = published();

    /** Before anything is sent. */
    Verdict(Database database) {
        this.database = database;
    }

    /** Waits until everything has been processed and published. */
    Verdict settled() {
        await("every delivery is processed")
                .atMost(SETTLING)
                .until(() -> database.rows("select id from delivery where state = 'RECEIVED'")
                        .isEmpty());
        await("the outbox is empty")
                .atMost(SETTLING)
                .until(() -> database.rows("select seq from outbox_message where published_at is null")
                        .isEmpty());
        return this;
    }

    /** Nothing acknowledged is missing, nothing forged is there, everything was told once. */
    void assertKept(Ledger ledger) {
        var rows = database.rows("select " + ROW + " from delivery");
        var bodies = database.rows("select encode(sha256(body), 'hex') from delivery");
        assertAll(
                () -> assertEquals(Set.of(), minus(ledger.told(), rows), "acknowledged and not stored"),
                () -> assertEquals(Set.of(), minus(ledger.stored(), rows), "acknowledged and not stored"),
                () -> assertEquals(bodies.size(), Set.copyOf(bodies).size(), "bodies, and different ones"),
                () -> assertEquals(Set.of(), ledger.believed(), "forged and acknowledged"),
                () -> assertEquals(Set.of(), common(ledger.forged(), bodies), "forged and stored"),
                () -> assertEquals(Set.of(), ledger.refused(), "genuine and refused"));
        assertTold(ledger);
    }

    private void assertTold(Ledger ledger) {
        var told = database.rows("select " + ROW + " from delivery where state = 'PUBLISHED'");
        var outbox = sorted("select event_id from outbox_message");
        assertAll(
                () -> assertEquals(Set.of(), minus(ledger.told(), told), "acknowledged and not told"),
                () -> assertEquals(Set.of(), common(ledger.stored(), told), "told though nobody hears it"),
                () -> assertEquals(
                        sorted("select id from delivery where state = 'PUBLISHED'"), outbox, "told, and outbox rows"),
                () -> assertEquals(
                        Set.copyOf(outbox), minus(published(), publishedBefore), "outbox rows, and published events"),
                () -> assertEquals(
                        List.of(), database.rows("select reason from dead_message"), "what died of messaging"),
                () -> assertEquals(
                        List.of(),
                        database.rows("select reason from delivery where state in ('DEAD', 'CONFLICT')"),
                        "what died of deliveries"));
    }

    /** W15: interviews whose events came in any order look alike. */
    void assertSameFinalState() {
        var complete = database.rows(COMPLETE);
        assertTrue(complete.size() > 10, "only " + complete.size() + " whole interviews");
        assertEquals(Set.of(), minus(complete, database.rows(IN_THEIR_FINAL_STATE)), "interviews in another state");
    }

    /** Milliseconds from reception to publication that so many of a hundred do not exceed. */
    String millisUntilTold(int percent) {
        return database.rows("""
                select round(1000 * extract(epoch from
                    percentile_cont(%d / 100.0) within group (order by settled_at - received_at)))
                from delivery where state = 'PUBLISHED'""".formatted(percent)).getFirst();
    }

    private List<String> sorted(String sql) {
        return database.rows(sql + " order by 1");
    }

    private static Set<String> published() {
        return Stream.of(Topics.ROOM_EVENTS, Topics.EGRESS_ENDED, Topics.CONVERSATION_COMPLETED)
                .flatMap(topic -> KafkaPeer.records(topic).stream())
                .map(event -> new String(event.headers().lastHeader("event-id").value(), UTF_8))
                .collect(toSet());
    }

    private static Set<String> minus(Iterable<String> all, Iterable<String> others) {
        var rest = new HashSet<String>();
        all.forEach(rest::add);
        others.forEach(rest::remove);
        return rest;
    }

    private static Set<String> common(Set<String> some, List<String> others) {
        var common = new HashSet<>(some);
        common.retainAll(Set.copyOf(others));
        return common;
    }
}
