package dev.colloquy.simulators;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import dev.colloquy.simulators.runtime.Environment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When post-call webhooks come, come again, and no longer come. */
class PostCallWebhooksTest {

    private WebhookSink sink;
    private VirtualTime time;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        time = new VirtualTime();
        simulators = RunningSimulators.start(
                Map.of("ELEVENLABS_WEBHOOK_URL", sink.url(), "ELEVENLABS_WEBHOOK_EVENTS", "transcript"), time);
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
        assertEquals(0, time.advance(ofHours(2)));
        talk();
        awaitHooks(2);
        assertEquals(2, ids().stream().distinct().count());
    }

    @Test
    @DisplayName(
            "providers 2.3: with retries on, 5xx, 429 and 408 bring a transcription again after 30 s, 2, 8 and 30 min, or a tenth later")
    void comesAgainWhenRetriesAreOn() {
        set(new JsonObject().put("retry_enabled", true));
        sink.answerFirst(500, 429, 408, 503, 500);
        talk();
        awaitFailures(1);
        int attempt = 1;
        for (Duration wait : List.of(ofSeconds(30), ofMinutes(2), ofMinutes(8), ofMinutes(30))) {
            assertEquals(0, time.advance(wait.minusMillis(1)), "before " + wait);
            assertEquals(1, time.advance(wait.dividedBy(10).plusMillis(1)), "after " + wait);
            attempt++;
            awaitFailures(attempt);
        }
        assertEquals(0, time.advance(ofHours(2)));
        List<Hook> hooks = sink.hooks();
        assertEquals(1, hooks.stream().map(Hook::body).distinct().count());
        assertEquals(
                1,
                hooks.stream()
                        .map(hook -> hook.header("ElevenLabs-Signature"))
                        .distinct()
                        .count());
    }

    @Test
    @DisplayName("providers 2.3: a hundred wait to be sent again at most")
    void keepsAHundredWaiting() {
        set(new JsonObject().put("retry_enabled", true));
        talk();
        awaitHooks(1);
        sink.answerFirst(Collections.nCopies(101, 503).toArray(Integer[]::new));
        for (int call = 1; call <= 101; call++) {
            hangUp();
        }
        time.advance(ofSeconds(1));
        awaitFailures(101);
        assertEquals(100, settings().getInteger("retries_waiting"));
        time.advance(ofSeconds(33));
        awaitHooks(202);
        assertEquals(0, settings().getInteger("retries_waiting"));
    }

    @Test
    @DisplayName("providers 2.3: other answers are final even with retries on")
    void isNotRepeatedAfterAnotherAnswer() {
        set(new JsonObject().put("retry_enabled", true));
        sink.answerFirst(404);
        talk();
        awaitFailures(1);
        assertEquals(0, time.advance(ofHours(2)));
        talk();
        awaitHooks(2);
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
        awaitHooks(11);
    }

    @Test
    @DisplayName("providers 2.3: a phone call that does not come about is told, if it is subscribed to")
    void tellsOfInitiationFailures() {
        set(new JsonObject().put("events", JsonArray.of("call_initiation_failure")));
        simulators.control(
                "/elevenlabs/initiation-failures",
                new JsonObject().put("agent_id", "agent_1").put("failure_reason", "no-answer"));
        time.advance(ofMillis(1));
        awaitHooks(1);
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
        awaitHooks(1);
        JsonObject data = sink.hooks().getFirst().json().getJsonObject("data");
        assertFalse(data.containsKey("transcript"));
        assertTrue(data.containsKey("analysis"));
    }

    @Test
    @DisplayName(
            "W2, providers 2.3: a transcript in OpenTelemetry is another kind: otlp_traces, and nothing else of the conversation")
    void tellsInOpenTelemetry() {
        set(new JsonObject().put("transcript_format", "opentelemetry").put("exclude_transcript", true));
        talk();
        awaitHooks(1);
        JsonObject hook = sink.hooks().getFirst().json();
        assertEquals("post_call_transcription_otel", hook.getString("type"));
        JsonObject data = hook.getJsonObject("data");
        assertEquals(Set.of("agent_id", "conversation_id", "otlp_traces"), data.fieldNames());
        JsonArray spans = data.getJsonObject("otlp_traces")
                .getJsonArray("resourceSpans")
                .getJsonObject(0)
                .getJsonArray("scopeSpans")
                .getJsonObject(0)
                .getJsonArray("spans");
        assertEquals(9, spans.size());
        JsonObject root = spans.getJsonObject(0);
        assertEquals("elevenlabs.conversation", root.getString("name"));
        assertEquals("elevenlabs.recv.agent_response", spans.getJsonObject(1).getString("name"));
        assertEquals("elevenlabs.recv.user_transcript", spans.getJsonObject(2).getString("name"));
        for (int turn = 1; turn < spans.size(); turn++) {
            assertEquals(root.getString("traceId"), spans.getJsonObject(turn).getString("traceId"));
            assertEquals(root.getString("spanId"), spans.getJsonObject(turn).getString("parentSpanId"));
        }
    }

    @Test
    @DisplayName(
            "W2, providers 2.3: transcript and audio come unredacted too, if subscribed to; the kinds' names are assumed")
    void sendsUnredacted() {
        set(new JsonObject().put("events", JsonArray.of("transcript", "unredacted_transcript", "unredacted_audio")));
        talk();
        awaitHooks(3);
        assertEquals(
                Set.of("post_call_transcription", "post_call_transcription_unredacted", "post_call_audio_unredacted"),
                Set.copyOf(sink.events()));
        assertEquals(1, ids().stream().distinct().count());
    }

    @Test
    @DisplayName("W2, R11, providers 2.3: any kind is sent on demand, signed: answering machines, and kinds to come")
    void sendsAnything() {
        for (String type : List.of("answering_machine_detection", "a_kind_to_come")) {
            JsonObject data = new JsonObject().put("conversation_id", "conv_1").put("answered_by", "machine");
            simulators.control(
                    "/elevenlabs/webhook", new JsonObject().put("type", type).put("data", data));
        }
        simulators.control("/elevenlabs/webhook", new JsonObject().put("type", "without_data"));
        awaitHooks(3);
        JsonObject hook = sink.first("answering_machine_detection").json();
        assertEquals("machine", hook.getJsonObject("data").getString("answered_by"));
        assertEquals(time.now().getEpochSecond(), hook.getLong("event_timestamp"));
        assertTrue(sink.first("a_kind_to_come").header("ElevenLabs-Signature").matches("t=\\d+,v0=[0-9a-f]{64}"));
        set(new JsonObject().put("events", JsonArray.of("answering_machine_detection")));
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
        awaitHooks(1);
        assertFalse(ids().contains(id));
    }

    @Test
    void refusesSettingsItDoesNotKnow() {
        assertEquals(400, change(new JsonObject().put("retries", true)));
        assertEquals(400, change(new JsonObject().put("events", JsonArray.of("weather"))));
        assertEquals(400, change(new JsonObject().put("retry_enabled", "yes")));
        assertEquals(400, change(new JsonObject().put("transcript_format", "xml")));
        JsonObject untyped = new JsonObject().put("data", new JsonObject());
        assertEquals(
                400, simulators.control("POST", "/elevenlabs/webhook", untyped).statusCode());
        Map<String, String> environment = new HashMap<>(RunningSimulators.environment());
        environment.put("ELEVENLABS_WEBHOOK_EVENTS", "transcript,weather");
        assertThrows(IllegalArgumentException.class, () -> SimulatorsConfig.from(new Environment(environment)));
    }

    private void awaitFailures(int count) {
        await().atMost(ofSeconds(30)).until(() -> settings().getInteger("consecutive_failures") == count);
    }

    private void awaitHooks(int count) {
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() == count);
    }

    private List<String> ids() {
        return sink.hooks().stream()
                .map(hook -> hook.json().getJsonObject("data").getString("conversation_id"))
                .toList();
    }

    /** A conversation from its beginning to its analysis. */
    private void talk() {
        hangUp();
        time.advance(ofSeconds(1));
    }

    private void hangUp() {
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
