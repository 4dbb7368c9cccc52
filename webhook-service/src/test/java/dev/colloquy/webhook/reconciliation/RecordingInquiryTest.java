package dev.colloquy.webhook.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.FakeLiveKit;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W5 Recordings that nobody tells of")
class RecordingInquiryTest {

    @Test
    void areAskedForWhenTheDeadlineHasPassed() {
        var interview = FakeLiveKit.recorded();

        KafkaPeer.publish(ended(interview, true));

        var events = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 2);
        var failed = events.getFirst();
        assertEquals("EG_failed", failed.path("egressId").asText());
        assertEquals("failed", failed.path("status").asText());
        assertEquals("reconciled", failed.path("source").asText());
        var good = events.getLast();
        assertEquals("EG_good", good.path("egressId").asText());
        assertEquals("complete", good.path("status").asText());
        assertEquals(
                "s3://recordings/" + interview.roomName(), good.path("location").asText());
        assertEquals(61, good.path("durationSeconds").asLong());
    }

    @Test
    void areAskedForWhenOnlyAFailedOneWasTold() {
        var interview = FakeLiveKit.recorded();
        Deliveries.await(sendEgressEnded(interview, "EG_failed", "EGRESS_FAILED"), "PUBLISHED");

        KafkaPeer.publish(ended(interview, true));

        var events = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 2);
        assertEquals("webhook", events.getFirst().path("source").asText());
        assertEquals("EG_good", events.getLast().path("egressId").asText());
    }

    @Test
    void areAskedForAgainWhileTheRecorderIsAtWork() {
        var event = egressEndedAfter(ended(FakeLiveKit.endsLater(), true));

        assertEquals("complete", event.path("status").asText());
        assertEquals("reconciled", event.path("source").asText());
    }

    @Test
    void expireWhenLiveKitKnowsNothing() {
        assertExpired(egressEndedAfter(ended(FakeLiveKit.unknown(), true)));
    }

    @Test
    void expireWhenLiveKitCannotBeAskedForTooLong() {
        var interview = FakeLiveKit.unreachable();

        assertExpired(egressEndedAfter(ended(interview, true)));

        assertSpaced(questions(interview));
    }

    @Test
    void expireWhenTheRecorderNeverEnds() {
        var interview = FakeLiveKit.stillRecording();

        assertExpired(egressEndedAfter(ended(interview, true)));

        assertSpaced(questions(interview));
    }

    @Test
    void doNotExpireWhenOneHasFailed() {
        var interview = FakeLiveKit.unknown();
        Deliveries.await(sendEgressEnded(interview, "EG_1", "EGRESS_FAILED"), "PUBLISHED");

        KafkaPeer.publish(ended(interview, true));
        assertExpired(egressEndedAfter(ended(FakeLiveKit.unknown(), true)));

        var event = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1).getFirst();
        assertEquals("failed", event.path("status").asText());
    }

    @Test
    void areToldOfWhenTheWebhookComesTooLate() {
        var interview = FakeLiveKit.unknown();
        assertExpired(egressEndedAfter(ended(interview, true)));

        Deliveries.await(sendEgressEnded(interview, "EG_1", "EGRESS_COMPLETE"), "PUBLISHED");

        var late = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 2).getLast();
        assertEquals("complete", late.path("status").asText());
        assertEquals("webhook", late.path("source").asText());
    }

    @Test
    void areNotAskedForWhenTheWebhookCame() {
        var interview = FakeLiveKit.recorded();
        Deliveries.await(sendEgressEnded(interview, "EG_1", "EGRESS_COMPLETE"), "PUBLISHED");
        var another = FakeLiveKit.unknown();

        KafkaPeer.publish(ended(interview, true));
        egressEndedAfter(ended(another, true));

        var event = KafkaPeer.await(Topics.EGRESS_ENDED, interview, 1).getFirst();
        assertEquals("webhook", event.path("source").asText());
    }

    @Test
    void areNotAskedForWhenNoneWasMade() {
        var interview = FakeLiveKit.recorded();

        KafkaPeer.publish(ended(interview, false));
        egressEndedAfter(ended(FakeLiveKit.unknown(), true));

        assertTrue(KafkaPeer.read(Topics.EGRESS_ENDED, interview).isEmpty());
    }

    @Test
    void areExpectedOnceWhenTheEndIsToldTwice() {
        var event = ended(FakeLiveKit.unknown(), true);
        KafkaPeer.publish(event);
        KafkaPeer.publish(event);

        assertExpired(egressEndedAfter(ended(event.interviewId(), true)));
    }

    private static void assertExpired(JsonNode event) {
        assertEquals("expired", event.path("status").asText());
        assertEquals("deadline", event.path("source").asText());
    }

    private static JsonNode egressEndedAfter(InterviewEnded ended) {
        KafkaPeer.publish(ended);
        return KafkaPeer.await(Topics.EGRESS_ENDED, ended.key(), 1).getFirst();
    }

    /** The last one is asked when the patience ends. */
    private static void assertSpaced(List<Instant> questions) {
        assertTrue(questions.size() >= 3, questions.toString());
        for (int i = 1; i < questions.size() - 1; i++) {
            var wait = Duration.between(questions.get(i - 1), questions.get(i));
            assertTrue(wait.compareTo(Duration.ofMillis(480)) >= 0, wait.toString());
        }
    }

    /** When LiveKit was to be asked for this interview. */
    private static List<Instant> questions(InterviewId interview) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement("""
                        select due_at from leased_work
                        where queue = 'ask-recording' and key like ? || '/%' order by due_at""")) {
            query.setString(1, interview.toString());
            var times = new ArrayList<Instant>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                times.add(rows.getObject(1, OffsetDateTime.class).toInstant());
            }
            return times;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sendEgressEnded(InterviewId interview, String egressId, String status) {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit("""
                {"event":"egress_ended","id":"%s","egressInfo":{"egressId":"%s","roomName":"%s",
                "status":"%s"}}""".formatted(id, egressId, interview.roomName(), status)));
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
                null,
                null);
    }
}
