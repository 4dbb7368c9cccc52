package dev.colloquy.webhook.replay;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Operator;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.delivery.Delivery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("W6 Replay of one delivery")
class ReplayTest {

    private final InterviewId interview = new InterviewId(UUID.randomUUID());

    @Test
    @DisplayName("W6 publishes again, as another event with the same evidence")
    void publishesAgainAsAnotherEvent() {
        var delivery = sent("participant_joined");

        assertEquals(202, Operator.replay(delivery));

        var events = KafkaPeer.await(Topics.ROOM_EVENTS, interview, 2);
        assertEquals(delivery.toString(), events.getFirst().path("eventId").asText());
        assertEquals(
                Delivery.eventId(delivery, 1).toString(),
                events.getLast().path("eventId").asText());
        assertEquals(withoutId(events.getFirst()), withoutId(events.getLast()));
    }

    @Test
    @DisplayName("W6 publishes the end of a recording again, which is told once otherwise")
    void publishesTheEndOfARecordingAgain() {
        var first = sentEgress("EG_1");
        var again = sentEgress("EG_1");
        KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1);

        assertEquals(202, Operator.replay(first));

        var events = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 2);
        assertEquals("EG_1", events.getLast().path("egressId").asText());
        assertNotEquals(events.getFirst().path("eventId"), events.getLast().path("eventId"));
        assertEquals(0, replaysOf(again));
    }

    @Test
    @DisplayName("W6 publishes a conversation again that leads to the same content")
    void publishesAConversationAgain() {
        var conversation = "conv_" + UUID.randomUUID();
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"%s"}}""".formatted(conversation)));
        var delivery = Deliveries.await(conversation, "PUBLISHED").id();

        assertEquals(202, Operator.replay(delivery));

        var again =
                KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 2).getLast();
        assertEquals(
                Delivery.eventId(delivery, 1).toString(), again.path("eventId").asText());
        assertEquals(delivery.toString(), again.path("deliveryId").asText());
    }

    @Test
    @DisplayName("W6 a dead delivery lives after the fix, and is out of sight among the dead")
    void givesTheDeadAnotherLife() {
        var delivery = dead();
        assertEquals(1, deadWorkOf(delivery));
        assertEquals(202, Operator.replay(delivery));
        Awaitility.await().until(() -> deadWorkOf(delivery) == 1 && replaysOf(delivery) == 1);

        repair(delivery);
        Awaitility.await().until(() -> Operator.replay(delivery) == 202);

        var event = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1).getFirst();
        assertEquals(
                Delivery.eventId(delivery, 2).toString(), event.path("eventId").asText());
        Awaitility.await().until(() -> deadWorkOf(delivery) == 0);
        Operator.inspect(delivery)
                .body("state", equalTo("published"))
                .body("reason", nullValue())
                .body("replayed.number", contains(1, 2))
                .body("replayed.before", contains("dead", "dead"))
                .body("replayed.reasonBefore", not(hasSize(0)));
    }

    @Test
    @DisplayName("W6 dead work that is replayed among what has died takes effect, too")
    void takesEffectFromTheListOfTheDead() {
        var delivery = dead();
        repair(delivery);
        Operator.admin()
                .post("/api/operations/webhook/dead-messages/work-" + workOf(delivery) + "/replay")
                .then()
                .statusCode(204);

        var event = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1).getFirst();
        assertEquals(delivery.toString(), event.path("eventId").asText());
    }

    @Test
    @DisplayName("W05: a conflict is replayed only when that is said")
    void replaysAConflictOnPurpose() {
        var id = "EV_" + UUID.randomUUID();
        send(id, "participant_joined");
        Deliveries.await(id, "PUBLISHED");
        send(id, "room_finished");
        var conflict = Deliveries.containing(id).getLast();
        assertEquals("CONFLICT", conflict.state());

        post(conflict.id(), "")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/delivery-in-conflict"));
        assertEquals(1, KafkaPeer.read(Topics.ROOM_EVENTS, interview).size());
        assertEquals(202, post(conflict.id(), "?conflict=true").statusCode());

        var event = KafkaPeer.await(Topics.ROOM_EVENTS, interview, 2).getLast();
        assertEquals("room_finished", event.path("type").asText());
        Awaitility.await().until(() -> stateOf(conflict.id()).equals("published"));
        assertEquals(409, Operator.replay(conflict.id()));
    }

    @Test
    void isRefusedWhileTheDeliveryWaits() {
        var delivery = sent("room_finished");
        Database.update("update delivery set state = 'RECEIVED' where id = ?", delivery);

        post(delivery, "").then().statusCode(409).body("type", equalTo("/problems/delivery-waiting"));

        assertEquals(0, replaysOf(delivery));
    }

    @Test
    @DisplayName("W6 of many at once each that is taken is one event, one note and one number")
    void isDoneOnceByEachWhoWasNotRefused() {
        var delivery = sent("room_finished");
        var bearer = OidcResource.bearer("admin");
        var path = Operator.DELIVERIES + "/" + delivery + "/replay";

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        RestAssured.given().auth().oauth2(bearer).post(path).statusCode()))
                .limit(20)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        var taken = (int) answers.stream().filter(status -> status == 202).count();
        assertTrue(taken >= 1, answers.toString());
        assertEquals(
                20 - taken, answers.stream().filter(status -> status == 409).count());
        Awaitility.await().until(() -> stateOf(delivery).equals("published"));
        var ids = KafkaPeer.await(Topics.ROOM_EVENTS, interview, taken + 1).stream()
                .map(event -> event.path("eventId").asText())
                .distinct();
        assertEquals(taken + 1, ids.count());
        assertEquals(taken, replaysOf(delivery));
        assertEquals(taken, Database.number("select count(*) from delivery_replay where delivery_id = ?", delivery));
    }

    @Test
    @DisplayName("W6 who replayed, when, and what it had been, is kept beside the delivery")
    void isNoted() {
        var delivery = sent("room_finished");
        assertEquals(202, Operator.replay(delivery));

        Operator.inspect(delivery)
                .body("replays", equalTo(1))
                .body("replayed", hasSize(1))
                .body("replayed[0].number", equalTo(1))
                .body("replayed[0].by", equalTo(subjectOfAdmin()))
                .body("replayed[0].at", not(nullValue()))
                .body("replayed[0].before", equalTo("published"))
                .body(
                        "replayed[0].eventId",
                        equalTo(Delivery.eventId(delivery, 1).toString()));
    }

    @Test
    void missesAnUnknownDelivery() {
        post(UUID.randomUUID(), "").then().statusCode(404).body("type", equalTo("/problems/delivery-not-found"));
    }

    @ParameterizedTest
    @MethodSource
    void isForNobodyElse(String bearer) {
        var delivery = sent("room_finished");

        RestAssured.given()
                .auth()
                .oauth2(bearer)
                .post(Operator.DELIVERIES + "/" + delivery + "/replay")
                .then()
                .statusCode(403);

        assertEquals(0, replaysOf(delivery));
    }

    static Stream<String> isForNobodyElse() {
        return Operator.others();
    }

    @Test
    void isForNobodyWithoutABearer() {
        RestAssured.given()
                .post(Operator.DELIVERIES + "/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(401);
    }

    private static Response post(UUID id, String query) {
        return Operator.admin().post(Operator.DELIVERIES + "/" + id + "/replay" + query);
    }

    private UUID sent(String event) {
        var id = "EV_" + UUID.randomUUID();
        send(id, event);
        return Deliveries.await(id, "PUBLISHED").id();
    }

    private void send(String id, String event) {
        assertEquals(204, Sender.livekit("""
                {"event":"%s","id":"%s","createdAt":"%d","room":{"sid":"RM_1","name":"%s"},
                "participant":{"sid":"PA_1","identity":"candidate-1"}}""".formatted(
                        event, id, Clock.systemUTC().instant().getEpochSecond(), interview.roomName())));
    }

    private UUID sentEgress(String egress) {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit(egressEnded(id, egress)));
        return Deliveries.await(id, "PUBLISHED").id();
    }

    private UUID dead() {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit(egressEnded(id, "")));
        var delivery = Deliveries.await(id, "DEAD").id();
        Awaitility.await().until(() -> deadWorkOf(delivery) == 1);
        return delivery;
    }

    /** As if the code that could not use it had been mended. */
    private void repair(UUID delivery) {
        Database.update(
                "update delivery set body = convert_to(?, 'UTF8') where id = ?", egressEnded("EV_1", "EG_1"), delivery);
    }

    private String egressEnded(String id, String egress) {
        return """
                {"event":"egress_ended","id":"%s","egressInfo":{"egressId":"%s","roomName":"%s",
                "status":"EGRESS_COMPLETE"}}""".formatted(id, egress, interview.roomName());
    }

    private static long deadWorkOf(UUID delivery) {
        return Database.number(
                "select count(*) from dead_message where subject = 'process-delivery' and key = ?",
                delivery.toString());
    }

    private static String workOf(UUID delivery) {
        List<String> ids = Operator.admin()
                .queryParam("kind", "work")
                .queryParam("size", 100)
                .get("/api/operations/webhook/dead-messages")
                .jsonPath()
                .getList("items.findAll { it.key == '" + delivery + "' }.id");
        return ids.getFirst().substring("work-".length());
    }

    private static long replaysOf(UUID delivery) {
        return Database.number("select replays from delivery where id = ?", delivery);
    }

    private static String stateOf(UUID delivery) {
        return Operator.inspect(delivery).extract().path("state");
    }

    private static String subjectOfAdmin() {
        var payload = OidcResource.bearer("admin").split("\\.")[1];
        return KafkaPeer.json(Base64.getUrlDecoder().decode(payload))
                .path("sub")
                .asText();
    }

    private static JsonNode withoutId(JsonNode event) {
        return ((ObjectNode) event.deepCopy()).without("eventId");
    }
}
