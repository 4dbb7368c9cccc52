package dev.colloquy.webhook.livekit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("W1 LiveKit's events")
class LiveKitEventsTest {

    private final InterviewId interview = new InterviewId(UUID.randomUUID());
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void tellsWhenTheCandidateCame() {
        var mark = send("participant_joined", """
                {"sid":"PA_1","identity":"candidate-%s","state":"ACTIVE","somethingNew":[1]}""".formatted(interview));

        var event = KafkaPeer.await(Topics.ROOM_EVENTS, interview, 1).getFirst();

        var delivery = Deliveries.await(mark, "PUBLISHED");
        assertEquals("participant_joined", event.path("type").asText());
        assertEquals("candidate", event.path("participant").asText());
        assertEquals("PA_1", event.path("participantSid").asText());
        assertEquals(now, Instant.parse(event.path("occurredAt").asText()));
        assertEquals(delivery.id().toString(), event.path("eventId").asText());
    }

    @Test
    void tellsWhyTheAgentLeft() {
        send("participant_left", """
                {"sid":"PA_2","identity":"agent-x","kind":"AGENT","disconnectReason":"ROOM_CLOSED"}""");

        var event = KafkaPeer.await(Topics.ROOM_EVENTS, interview, 1).getFirst();

        assertEquals("participant_left", event.path("type").asText());
        assertEquals("agent", event.path("participant").asText());
        assertEquals("ROOM_CLOSED", event.path("disconnectReason").asText());
    }

    @ParameterizedTest
    @CsvSource({"EGRESS, EG_1", "SIP, candidate-1", "STANDARD, observer-1", "SOMETHING_NEW, candidate-1"})
    void doesNotTellOfOtherParticipants(String kind, String identity) {
        var mark = send("participant_joined", """
                {"sid":"PA_3","identity":"%s","kind":"%s"}""".formatted(identity, kind));

        Deliveries.await(mark, "IGNORED");
        assertTrue(KafkaPeer.read(Topics.ROOM_EVENTS, interview).isEmpty());
    }

    @Test
    void tellsWhenTheRoomIsClosed() {
        send("room_finished", "{}");

        var event = KafkaPeer.await(Topics.ROOM_EVENTS, interview, 1).getFirst();

        assertEquals("room_finished", event.path("type").asText());
        assertEquals("RM_1", event.path("roomSid").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "EGRESS_COMPLETE, complete",
        "EGRESS_FAILED, failed",
        "EGRESS_ABORTED, aborted",
        "EGRESS_LIMIT_REACHED, limit_reached"
    })
    void tellsHowAnEgressEndedOnce(String theirs, String ours) {
        var first = sendEgress("EG_1", theirs);
        Deliveries.await(first, "PUBLISHED");
        var second = sendEgress("EG_1", "EGRESS_COMPLETE");
        Deliveries.await(second, "PUBLISHED");

        var event = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1).getFirst();

        assertEquals(ours, event.path("status").asText());
        assertEquals("webhook", event.path("source").asText());
        assertEquals("EG_1", event.path("egressId").asText());
        assertEquals("http://s3/rec/r1.ogg", event.path("location").asText());
        assertEquals(100, event.path("durationSeconds").asLong());
    }

    @Test
    void tellsOfTheRecordingThatFollowedAFailedOne() {
        Deliveries.await(sendEgress("EG_1", "EGRESS_FAILED"), "PUBLISHED");
        Deliveries.await(sendEgress("EG_2", "EGRESS_COMPLETE"), "PUBLISHED");

        var events = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 2);

        assertEquals("failed", events.getFirst().path("status").asText());
        assertEquals("EG_1", events.getFirst().path("egressId").asText());
        assertEquals("complete", events.getLast().path("status").asText());
        assertEquals("EG_2", events.getLast().path("egressId").asText());
    }

    @Test
    void putsAnEgressWithoutIdAside() {
        assertEquals(
                "An ended egress without egressId",
                Deliveries.await(sendEgress("", "EGRESS_COMPLETE"), "DEAD").reason());
    }

    @Test
    void ignoresAnEndWithoutAFinalStatus() {
        Deliveries.await(sendEgress("EG_1", "EGRESS_SOMETHING_NEW"), "IGNORED");
        Deliveries.await(sendEgress("EG_1", ""), "IGNORED");
    }

    @Test
    void ignoresRoomsThatAreNotOurs() {
        var body = "{\"event\":\"room_finished\",\"id\":\"%s\",\"room\":{\"name\":\"%s\"}}";

        for (var room : new String[] {"lobby", "", "iv_1", "iv_" + interview + "x"}) {
            var id = UUID.randomUUID().toString();
            assertEquals(204, Sender.livekit(body.formatted(id, room)));
            Deliveries.await(id, "IGNORED");
        }
    }

    @Test
    @DisplayName("W17: a body that is poison is put aside, and the others go on")
    void putsAPoisonedBodyAsideAndGoesOn() {
        var mark = UUID.randomUUID().toString();
        assertEquals(204, Sender.livekit("not json " + mark));

        assertEquals(
                "The body is not an event of LiveKit's",
                Deliveries.await(mark, "DEAD").reason());
        Deliveries.await(send("room_finished", "{}"), "PUBLISHED");
    }

    private String send(String event, String participant) {
        var id = "EV_" + UUID.randomUUID();
        var body = """
                {"event":"%s","id":"%s","createdAt":"%d","room":{"sid":"RM_1","name":"%s"},"participant":%s}""".formatted(event, id, now.getEpochSecond(), interview.roomName(), participant);
        assertEquals(204, Sender.livekit(body));
        return id;
    }

    private String sendEgress(String egressId, String status) {
        var id = "EV_" + UUID.randomUUID();
        var body = """
                {"event":"egress_ended","id":"%s","createdAt":"%d","egressInfo":{"egressId":"%s","roomName":"%s",
                "status":"%s","fileResults":[{"filename":"rec/r1.ogg","duration":"100000000000","size":"123456",
                "location":"http://s3/rec/r1.ogg"}]}}""".formatted(id, now.getEpochSecond(), egressId, interview.roomName(), status);
        assertEquals(204, Sender.livekit(body));
        return id;
    }
}
