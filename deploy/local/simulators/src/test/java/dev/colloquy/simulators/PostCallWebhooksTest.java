package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When post-call webhooks come, come again, and no longer come. */
class PostCallWebhooksTest {

    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(Map.of(
                "ELEVENLABS_WEBHOOK_URL", sink.url(),
                "ELEVENLABS_WEBHOOK_EVENTS", "transcript",
                "SIMULATE_TIME_SCALE", "0.001"));
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("providers 2.3: a webhook that fails is lost: retries are off by default")
    void comesOnce() {
        sink.answerFirst(503);
        talk();
        awaitFailures(1);
        talk();
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 2);
        assertEquals(2, ids().stream().distinct().count());
    }

    @Test
    @DisplayName("providers 2.3: with retries on, 5xx, 429 and 408 bring a transcription again, five times at most")
    void comesAgainWhenRetriesAreOn() {
        set(new JsonObject().put("retry_enabled", true));
        sink.answerFirst(500, 429, 408, 503, 500);
        talk();
        await().atMost(ofSeconds(10)).until(() -> sink.hooks().size() == 5);
        List<Hook> hooks = sink.hooks();
        assertEquals(1, hooks.stream().map(Hook::body).distinct().count());
        assertEquals(
                1,
                hooks.stream()
                        .map(hook -> hook.header("ElevenLabs-Signature"))
                        .distinct()
                        .count());
        long first = hooks.get(1).nanos() - hooks.get(0).nanos();
        long last = hooks.get(4).nanos() - hooks.get(3).nanos();
        assertTrue(last > 10 * first, first + " then " + last);
    }

    @Test
    @DisplayName("providers 2.3: other answers are final even with retries on")
    void isNotRepeatedAfterAnotherAnswer() {
        set(new JsonObject().put("retry_enabled", true));
        sink.answerFirst(404);
        talk();
        awaitFailures(1);
        talk();
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 2);
        assertEquals(2, ids().stream().distinct().count());
    }

    @Test
    @DisplayName("providers 2.3: anything but 200 is a failure, and ten of them switch a webhook off that never worked")
    void isSwitchedOff() {
        sink.answerFirst(Collections.nCopies(10, 204).toArray(Integer[]::new));
        for (int call = 1; call <= 10; call++) {
            talk();
            awaitFailures(call);
        }
        assertTrue(settings().getBoolean("is_auto_disabled"));
        set(new JsonObject().put("is_auto_disabled", false));
        talk();
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 11);
    }

    @Test
    @DisplayName("providers 2.3: a phone call that does not come about is told, if it is subscribed to")
    void tellsOfInitiationFailures() {
        set(new JsonObject().put("events", JsonArray.of("call_initiation_failure")));
        simulators.control(
                "/elevenlabs/initiation-failures",
                new JsonObject().put("agent_id", "agent_1").put("failure_reason", "no-answer"));
        await().atMost(ofSeconds(5)).until(() -> sink.events().contains("call_initiation_failure"));
        JsonObject data = sink.first("call_initiation_failure").json().getJsonObject("data");
        assertEquals("no-answer", data.getString("failure_reason"));
        assertEquals("agent_1", data.getString("agent_id"));
        assertTrue(data.getString("conversation_id").startsWith("conv_"));
    }

    @Test
    @DisplayName("providers 2.3: the transcript may be left out")
    void leavesTheTranscriptOut() {
        set(new JsonObject().put("exclude_transcript", true));
        talk();
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 1);
        assertFalse(sink.hooks().getFirst().json().getJsonObject("data").containsKey("transcript"));
    }

    @Test
    @DisplayName("providers 2.2: a conversation that fails says why, and no webhook comes")
    void tellsNobodyOfAFailedConversation() {
        String id = begin();
        JsonObject failed = simulators.control(
                "/elevenlabs/conversations/" + id + "/fail", new JsonObject().put("reason", "the model is gone"));
        assertEquals("failed", failed.getString("status"));
        JsonObject read = new JsonObject(simulators
                .send(simulators
                        .request("/v1/convai/conversations/" + id)
                        .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY))
                .body());
        assertEquals(
                "the model is gone",
                read.getJsonObject("metadata").getJsonObject("error").getString("reason"));
        talk();
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 1);
        assertFalse(ids().contains(id));
    }

    @Test
    void refusesSettingsItDoesNotKnow() {
        assertEquals(400, change(new JsonObject().put("retries", true)));
        assertEquals(400, change(new JsonObject().put("events", JsonArray.of("weather"))));
        assertEquals(400, change(new JsonObject().put("retry_enabled", "yes")));
    }

    private void awaitFailures(int count) {
        await().atMost(ofSeconds(5)).until(() -> settings().getInteger("consecutive_failures") == count);
    }

    private List<String> ids() {
        return sink.hooks().stream()
                .map(hook -> hook.json().getJsonObject("data").getString("conversation_id"))
                .toList();
    }

    private void talk() {
        simulators.control("/elevenlabs/conversations/" + begin() + "/end", new JsonObject());
    }

    private String begin() {
        return simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "agent_1"))
                .getString("conversation_id");
    }

    private void set(JsonObject settings) {
        assertEquals(200, change(settings));
    }

    private int change(JsonObject settings) {
        return simulators.control("PUT", "/elevenlabs/webhook", settings).statusCode();
    }

    private JsonObject settings() {
        return new JsonObject(simulators
                .send(simulators.request("/control/elevenlabs/webhook"))
                .body());
    }
}
