package dev.colloquy.webhook.inspection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Operator;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("W6 Searching deliveries")
class SearchTest {

    private static final Instant NOON =
            Clock.systemUTC().instant().minus(Duration.ofDays(25)).truncatedTo(ChronoUnit.DAYS);

    private final String kind = "kind-" + UUID.randomUUID();
    private final UUID interview = UUID.randomUUID();
    private final String conversation = "conv_" + UUID.randomUUID();

    private String first = "";
    private String second = "";
    private String third = "";

    @BeforeEach
    void store() {
        first = insert("LIVEKIT", "DEAD", 1, interview, null);
        second = insert("TAVUS", "IGNORED", 2, null, conversation);
        third = insert("TAVUS", "CONFLICT", 2, interview, conversation);
    }

    @Test
    void findsByEveryCondition() {
        assertFound(Map.of("kind", kind), newest(second, third), first);
        assertFound(Map.of("kind", kind, "provider", "livekit"), first);
        assertFound(Map.of("kind", kind, "state", "conflict"), third);
        assertFound(Map.of("interview", interview.toString()), third, first);
        assertFound(Map.of("interview", interview.toString().toUpperCase(Locale.ROOT)), third, first);
        assertFound(Map.of("conversation", conversation), newest(second, third));
        assertFound(Map.of("dedupeKey", first), first);
        assertFound(Map.of("kind", kind, "interview", interview.toString(), "conversation", conversation), third);
        assertFound(Map.of("kind", "unheard-of"));
    }

    @Test
    @DisplayName("from is included, to is not")
    void findsByTimeOfReceipt() {
        assertFound(Map.of("kind", kind, "from", at(1)), newest(second, third), first);
        assertFound(Map.of("kind", kind, "from", at(2)), newest(second, third));
        assertFound(Map.of("kind", kind, "to", at(2)), first);
        assertFound(Map.of("kind", kind, "from", at(1), "to", at(2)), first);
    }

    @Test
    @DisplayName("the newest first, those of one moment in a fixed order, page by page")
    void listsInAStableOrder() {
        var all = new ArrayList<String>();
        for (int page = 0; page < 3; page++) {
            all.addAll(Operator.list(Map.of("kind", kind, "size", 1, "page", page))
                    .body("total", equalTo(3))
                    .body("page", equalTo(page))
                    .extract()
                    .path("items.dedupeKey"));
        }

        assertEquals(List.of(newest(second, third)[0], newest(second, third)[1], first), all);
        Operator.list(Map.of("kind", kind, "page", 3)).body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider | zoom",
                "state | lost",
                "kind | two words",
                "from | yesterday",
                "from | 2026-02-30T00:00:00Z",
                "from | +12026-02-01T00:00:00Z",
                "to | 2026-11-28",
                "interview | 1",
                "conversation | ü",
                "dedupeKey | two words"
            })
    void refusesConditionsThatMakeNoSense(String field, String value) {
        Operator.list(Map.of(field, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }

    @Test
    void refusesTimesInTheWrongOrder() {
        Operator.list(Map.of("from", at(2), "to", at(1))).statusCode(400).body("violations.field", contains("to"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind = 'x' | delivery_kind",
                "dedupe_key = 'x' | delivery_dedupe_key",
                "state = 'DEAD' | delivery_unsettled",
                "received_at >= now() | delivery_received_at",
                "1 = 1 | delivery_received_at"
            })
    @DisplayName("an index leads to what is looked for")
    void isIndexed(String condition, String index) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var statement = database.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            var plan = new StringBuilder();
            var rows = statement.executeQuery("explain select id from delivery where " + condition
                    + " order by received_at desc, id desc limit 50");
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            assertTrue(plan.toString().contains(index), plan.toString());
        }
    }

    private static void assertFound(Map<String, ?> filter, String... keys) {
        Operator.list(filter).statusCode(200).body("items.dedupeKey", equalTo(List.of(keys)));
    }

    private static void assertFound(Map<String, ?> filter, String[] newer, String older) {
        assertFound(filter, newer[0], newer[1], older);
    }

    /** Those of one moment, by their ids. */
    private static String[] newest(String one, String other) {
        return one.compareTo(other) > 0 ? new String[] {one, other} : new String[] {other, one};
    }

    private static String at(int hours) {
        return NOON.plus(Duration.ofHours(hours)).toString();
    }

    /** Answers the id, which is the key as well. */
    private String insert(String provider, String state, int hours, @Nullable UUID about, @Nullable String talk) {
        var id = UUID.randomUUID();
        Database.update(
                """
                insert into delivery (id, provider, dedupe_key, kind, body, content_type, signed_with, state, received_at,
                    interview_id, conversation_id)
                values (?, ?, ?, ?, '{}', 'application/json', 'current', ?, ?, ?, ?)""",
                id,
                provider,
                id.toString(),
                kind,
                state,
                NOON.plus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC),
                about,
                talk);
        return id.toString();
    }
}
