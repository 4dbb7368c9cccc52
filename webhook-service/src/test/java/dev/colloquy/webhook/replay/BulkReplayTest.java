package dev.colloquy.webhook.replay;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Operator;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W6 Replay of many deliveries")
class BulkReplayTest {

    private static final Instant LONG_AGO = Clock.systemUTC().instant().minus(Duration.ofDays(20));
    private static final String REPLAY = Operator.DELIVERIES + "/replay";

    /** Of kinds that nobody else uses, and long ago: nothing else is meant by the filters here. */
    private final String kind = "kind-" + UUID.randomUUID();

    @Test
    @DisplayName("W6 all that a filter means are published again")
    void publishesAllThatAreMeant() {
        var interview = new InterviewId(UUID.randomUUID());
        var first = sentLongAgo(interview, 2);
        var second = sentLongAgo(interview, 1);
        sentLongAgo(interview, 3);

        Operator.replayAll(Map.of(
                        "provider", "livekit",
                        "state", "published",
                        "kind", "room_finished",
                        "from", longAgo(2).toString(),
                        "to", longAgo(0).toString()))
                .statusCode(200)
                .body("replayed", equalTo(2));

        KafkaPeer.await(Topics.ROOM_EVENTS, interview, 5);
        assertEquals(1, replaysOf(first));
        assertEquals(1, replaysOf(second));
    }

    @Test
    @DisplayName("W05: conflicts and what waits are left alone")
    void leavesConflictsAndWhatWaitsAlone() {
        var settled = insert("IGNORED", null);
        var waiting = insert("RECEIVED", null);
        var conflict = insert("CONFLICT", settled);
        var replayedConflict = insert("PUBLISHED", settled);

        Operator.replayAll(Map.of("kind", kind)).statusCode(200).body("replayed", equalTo(1));

        assertEquals(1, replaysOf(settled));
        assertEquals(0, replaysOf(waiting));
        assertEquals(0, replaysOf(conflict));
        assertEquals(0, replaysOf(replayedConflict));
    }

    @Test
    @DisplayName("W6 the oldest 500 at most, each with a note; the next call goes on")
    void takesTheOldestFirst() {
        Database.update("""
                insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, state, received_at)
                select 'TAVUS', ? || n, ?, '{}', 'application/json', 'current', 'IGNORED', now() - n * interval '1 s'
                from generate_series(1, 502) n""", kind, kind);

        Operator.replayAll(Map.of("kind", kind)).body("replayed", equalTo(500));

        assertEquals(0, Database.number("select max(replays) from delivery where dedupe_key = ?", kind + 1));
        assertEquals(1, Database.number("select max(replays) from delivery where dedupe_key = ?", kind + 502));
        assertEquals(500, Database.number("""
                select count(*) from delivery_replay r join delivery d on d.id = r.delivery_id
                where d.kind = ? and r.number = 1 and r.state = 'IGNORED'""", kind));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Database.number("select count(*) from delivery where kind = ? and state = 'IGNORED'", kind)
                        == 502);
        Operator.replayAll(Map.of("kind", kind, "from", Instant.EPOCH.toString()))
                .body("replayed", equalTo(500));
    }

    @Test
    void isNothingWhenNothingIsMeant() {
        Operator.replayAll(Map.of("kind", kind)).statusCode(200).body("replayed", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"to\":\"2026-01-01T00:00:00Z\"}",
                "{\"interview\":\"0190163d-8694-739b-aea5-966c26f8ad91\",\"conversation\":\"c\",\"dedupeKey\":\"k\"}"
            })
    void isRefusedWithoutACondition(String filter) {
        refused(filter, "state");
    }

    @Test
    void isRefusedForAConditionItDoesNotKnow() {
        Operator.replayAll(Map.of("kind", kind, "stat", "dead"))
                .statusCode(400)
                .body("violations[0].field", equalTo("stat"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state | received",
                "state | conflict",
                "state | lost",
                "provider | zoom",
                "kind | two words",
                "from | yesterday",
                "from | 2026-02-30T00:00:00Z",
                "to | 2026-11-28",
                "interview | iv_1",
                "conversation | ü",
                "dedupeKey | "
            })
    void isRefusedForAFilterThatMakesNoSense(String field, String value) {
        refused("{\"kind\":\"k\",\"%s\":\"%s\"}".formatted(field, value == null ? "" : value), field);
    }

    @Test
    void isRefusedForTimesInTheWrongOrder() {
        refused("{\"from\":\"2026-11-28T00:00:00Z\",\"to\":\"2026-11-28T00:00:00Z\"}", "to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"state\"", "{\"kind\":{}}"})
    void isRefusedWithoutAFilter(String body) {
        Operator.admin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(REPLAY)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @MethodSource
    void isForNobodyElse(String bearer) {
        given().auth()
                .oauth2(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind))
                .post(REPLAY)
                .then()
                .statusCode(403);
    }

    static Stream<String> isForNobodyElse() {
        return Operator.others();
    }

    @Test
    void isForNobodyWithoutABearer() {
        given().contentType(ContentType.JSON)
                .body(Map.of("kind", kind))
                .post(REPLAY)
                .then()
                .statusCode(401);
    }

    private static void refused(String filter, String field) {
        Operator.admin()
                .contentType(ContentType.JSON)
                .body(filter)
                .post(REPLAY)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    private UUID insert(String state, @Nullable UUID conflictOf) {
        var id = UUID.randomUUID();
        Database.update("""
                insert into delivery
                    (id, provider, dedupe_key, kind, body, content_type, signed_with, state, conflict_of)
                values (?, 'TAVUS', ?, ?, '{}', 'application/json', 'current', ?, ?)""", id, id.toString(), kind, state, conflictOf);
        return id;
    }

    private static UUID sentLongAgo(InterviewId interview, int hours) {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit("""
                {"event":"room_finished","id":"%s","room":{"sid":"RM_1","name":"%s"}}""".formatted(id, interview.roomName())));
        var delivery = Deliveries.await(id, "PUBLISHED").id();
        Database.update(
                "update delivery set received_at = ? where id = ?",
                longAgo(hours).atOffset(ZoneOffset.UTC),
                delivery);
        return delivery;
    }

    private static Instant longAgo(int hours) {
        return LONG_AGO.minus(Duration.ofHours(hours));
    }

    private static long replaysOf(UUID delivery) {
        return Database.number("select replays from delivery where id = ?", delivery);
    }
}
