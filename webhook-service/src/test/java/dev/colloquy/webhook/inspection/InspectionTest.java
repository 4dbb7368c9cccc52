package dev.colloquy.webhook.inspection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Operator;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W6 Looking into one delivery")
class InspectionTest {

    private final String mark = UUID.randomUUID().toString();

    @Test
    @DisplayName("W6 shows what is known of it, and nothing of what was said")
    void showsNobody() {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"conv_%s",
                "user_id":"Canary","transcript":[{"role":"user","message":"My name is Canary, +49 151 2345"}],
                "conversation_initiation_client_data":{"dynamic_variables":{"Canary":"canary@example.org"}}}}""".formatted(mark)));
        var id = Deliveries.await(mark, "PUBLISHED").id();

        var answer = Operator.inspect(id)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("id", equalTo(id.toString()))
                .body("provider", equalTo("elevenlabs"))
                .body("kind", equalTo("post_call_transcription"))
                .body("state", equalTo("published"))
                .body("signedWith", equalTo("current"))
                .body("contentType", containsString("application/json"))
                .body("bodySha256.length()", equalTo(64))
                .body("conflicts", empty())
                .body("replayed", empty())
                .body("body.data.conversation_id", equalTo("conv_" + mark))
                .body("body.data.transcript[0].role", equalTo("user"))
                .body("body.data.transcript[0].message", equalTo("•••(31)"))
                .extract()
                .asString();

        assertFalse(answer.toLowerCase(Locale.ROOT).contains("canary"), answer);
        assertFalse(answer.contains("151 2345"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not JSON canary %s", "canary %s", "\u0000%s"})
    void showsOnlySizeAndHashOfWhatIsNoJson(String form) {
        var body = form.formatted(mark);
        assertEquals(204, Sender.livekit(body));
        var id = Deliveries.await(mark, "DEAD").id();

        var answer = Operator.inspect(id)
                .statusCode(200)
                .body("body", nullValue())
                .body("bodySize", equalTo(body.length()))
                .body("bodySha256.length()", equalTo(64))
                .extract()
                .asString();

        assertFalse(answer.contains("canary"), answer);
    }

    @Test
    void tellsWhyADeliveryIsDead() {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"agent_id":"agent_%s"}}""".formatted(mark)));
        var id = Deliveries.await(mark, "DEAD").id();

        Awaitility.await()
                .untilAsserted(() -> Operator.inspect(id)
                        .body("state", equalTo("dead"))
                        .body("reason", equalTo("A transcription without conversation_id"))
                        .body("attempts", greaterThanOrEqualTo(1))
                        .body("lastError", containsString("A transcription without conversation_id")));
    }

    @Test
    @DisplayName("W05: shows what conflicts with it, and what it conflicts with")
    void showsConflicts() {
        for (var kind : new String[] {"room_started", "room_finished", "track_published"}) {
            assertEquals(204, Sender.livekit("{\"event\":\"%s\",\"id\":\"%s\"}".formatted(kind, mark)));
        }
        var rows = Deliveries.containing(mark);
        var first = rows.get(0).id();
        var second = rows.get(1).id();
        var third = rows.get(2).id();

        Operator.inspect(first)
                .body("conflictOf", nullValue())
                .body("conflicts.id", contains(second.toString(), third.toString()))
                .body("conflicts.state", contains("conflict", "conflict"));
        Operator.inspect(second)
                .body("conflictOf", equalTo(first.toString()))
                .body("conflicts", hasSize(0))
                .body("body.event", equalTo("room_finished"));
    }

    @Test
    void tellsNoAttemptsWhereThereWasNothingToDo() {
        assertEquals(204, Sender.livekit("{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(mark)));
        var id = Deliveries.await(mark, "IGNORED").id();
        Database.update("delete from leased_work where queue = 'process-delivery' and key = ?", id.toString());

        Operator.inspect(id).statusCode(200).body("attempts", nullValue()).body("lastError", nullValue());
    }

    @Test
    void missesAnUnknownDelivery() {
        Operator.inspect(UUID.randomUUID()).statusCode(404).body("type", equalTo("/problems/delivery-not-found"));
        Operator.admin().get(Operator.DELIVERIES + "/1").then().statusCode(404);
    }

    @ParameterizedTest
    @MethodSource
    void isForNobodyElse(String bearer) {
        given().auth()
                .oauth2(bearer)
                .get(Operator.DELIVERIES + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    static Stream<String> isForNobodyElse() {
        return Operator.others();
    }

    @Test
    void isForNobodyWithoutABearer() {
        given().get(Operator.DELIVERIES + "/" + UUID.randomUUID()).then().statusCode(401);
    }
}
