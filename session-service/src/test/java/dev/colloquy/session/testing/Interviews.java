package dev.colloquy.session.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.ParticipantLeft;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Interviews to begin a test with. Each test makes its own. */
public final class Interviews {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Interviews() {}

    public static InterviewId newId() {
        return new InterviewId(Generators.timeBasedEpochGenerator().generate());
    }

    public static Map<String, Object> admission(String tenant) {
        return new HashMap<>(Map.of(
                "tenant",
                tenant,
                "candidateId",
                UUID.randomUUID(),
                "firstName",
                "Ada",
                "resumeText",
                "Ten years of payment systems",
                "consent",
                true,
                "provider",
                "livekit",
                "scheduledAt",
                Instant.now().toString()));
    }

    /** One of acme whose candidate has not come yet. */
    public static InterviewId scheduled() {
        var id = newId();
        var now = Instant.now();
        KafkaPeer.publish(new InterviewScheduled(
                UUID.randomUUID(),
                now,
                new TenantId("acme"),
                id,
                UUID.randomUUID(),
                null,
                now,
                now.plusSeconds(3600),
                Provider.LIVEKIT));
        eventually(() -> results(id).body("interview.status", equalTo("scheduled")));
        return id;
    }

    /** One of acme whose candidate was let in, to be recorded over LiveKit. */
    public static InterviewId admitted() {
        return admitted(admission("acme"));
    }

    public static InterviewId admitted(Map<String, Object> admission) {
        var id = newId();
        Callers.service()
                .body(admission)
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200);
        return id;
    }

    /** One whose candidate is in the room, too. */
    public static InterviewId inProgress() {
        var id = admitted();
        join(id);
        eventually(() -> results(id).body("interview.status", equalTo("in_progress")));
        return id;
    }

    /** The candidate joins the room once more. */
    public static String join(InterviewId id) {
        var participant = "PA_" + UUID.randomUUID();
        KafkaPeer.publish(
                new ParticipantJoined(UUID.randomUUID(), Instant.now(), id, participant, ParticipantKind.CANDIDATE));
        return participant;
    }

    public static void leave(InterviewId id, String participant) {
        KafkaPeer.publish(new ParticipantLeft(
                UUID.randomUUID(), Instant.now(), id, participant, ParticipantKind.CANDIDATE, null));
    }

    public static ValidatableResponse end(InterviewId id) {
        return Callers.interviewee(id)
                .body(Map.of("sessionId", id))
                .post("/api/session/end-session")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse results(InterviewId id) {
        return Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/results")
                .then()
                .statusCode(200);
    }

    public static Map<String, Object> said(String speaker, String text) {
        return Map.of(
                "speaker", speaker, "text", text, "timestamp", Instant.now().toString());
    }

    /** Waits for an effect that needs Kafka or a worker. */
    public static void eventually(org.awaitility.core.ThrowingRunnable check) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(check);
    }
}
