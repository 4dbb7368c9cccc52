package dev.colloquy.webhook.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.FakeLivekit;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W5 Recordings that nobody tells of")
class RecordingDeadlineTest {

    @Test
    void areAskedForWhenTheDeadlineHasPassed() {
        var interview = FakeLivekit.recorded();

        var event = egressEndedAfter(ended(interview, true));

        assertEquals("complete", event.path("status").asText());
        assertEquals("reconciled", event.path("source").asText());
        assertEquals("EG_good", event.path("egressId").asText());
        assertEquals(
                "s3://recordings/" + interview.roomName(),
                event.path("location").asText());
        assertEquals(61, event.path("durationSeconds").asLong());
    }

    @Test
    void expireWhenLivekitKnowsNothing() {
        assertExpired(egressEndedAfter(ended(FakeLivekit.unknown(), true)));
    }

    @Test
    void expireWhenLivekitCannotBeAsked() {
        assertExpired(egressEndedAfter(ended(FakeLivekit.unreachable(), true)));
    }

    @Test
    void expireWhenTheRecorderNeverEnds() {
        assertExpired(egressEndedAfter(ended(FakeLivekit.stillRecording(), true)));
    }

    @Test
    void areToldOnceWhenTheWebhookComesTooLate() {
        var interview = FakeLivekit.unknown();
        assertExpired(egressEndedAfter(ended(interview, true)));

        Deliveries.await(sendEgressEnded(interview), "PUBLISHED");

        assertExpired(Topic.await(Topics.EGRESS_ENDED, interview.toString(), 1).getFirst());
    }

    @Test
    void areNotAskedForWhenTheWebhookCame() {
        var interview = FakeLivekit.recorded();
        Deliveries.await(sendEgressEnded(interview), "PUBLISHED");
        var another = FakeLivekit.unknown();

        Topic.publish(ended(interview, true));
        egressEndedAfter(ended(another, true));

        var event = Topic.await(Topics.EGRESS_ENDED, interview.toString(), 1).getFirst();
        assertEquals("webhook", event.path("source").asText());
    }

    @Test
    void areNotAskedForWhenNoneWasMade() {
        var interview = FakeLivekit.recorded();

        Topic.publish(ended(interview, false));
        egressEndedAfter(ended(FakeLivekit.unknown(), true));

        assertTrue(Topic.read(Topics.EGRESS_ENDED, interview.toString()).isEmpty());
    }

    @Test
    void areExpectedOnceWhenTheEndIsToldTwice() {
        var event = ended(FakeLivekit.unknown(), true);
        Topic.publish(event);
        Topic.publish(event);

        assertExpired(egressEndedAfter(ended(event.interviewId(), true)));
    }

    private static void assertExpired(JsonNode event) {
        assertEquals("expired", event.path("status").asText());
        assertEquals("deadline", event.path("source").asText());
    }

    private static JsonNode egressEndedAfter(InterviewEnded ended) {
        Topic.publish(ended);
        return Topic.await(Topics.EGRESS_ENDED, ended.key(), 1).getFirst();
    }

    private static String sendEgressEnded(InterviewId interview) {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit("""
                {"event":"egress_ended","id":"%s","egressInfo":{"egressId":"EG_1","roomName":"%s",
                "status":"EGRESS_COMPLETE"}}""".formatted(id, interview.roomName())));
        return id;
    }

    private static InterviewEnded ended(InterviewId interview, boolean recordingExpected) {
        var now = Clock.systemUTC().instant();
        return new InterviewEnded(
                UUID.randomUUID(),
                now,
                new TenantId("acme"),
                interview,
                Provider.LIVEKIT,
                now,
                EndedBy.USER,
                60,
                true,
                recordingExpected,
                null);
    }
}
