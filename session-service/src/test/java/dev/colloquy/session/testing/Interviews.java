package dev.colloquy.session.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
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
        Broker.publish(new ParticipantJoined(
                UUID.randomUUID(), Instant.now(), id, "PA_" + UUID.randomUUID(), ParticipantKind.CANDIDATE));
        eventually(() -> results(id).body("interview.status", equalTo("in_progress")));
        return id;
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
