package dev.colloquy.simulators;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import dev.colloquy.simulators.runtime.Environment;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When OpenAI's webhooks come, and come again. Whether they are signed well is judged by the SDK. */
class OpenAiWebhooksTest {

    private static final JsonObject INCOMING = new JsonObject()
            .put("type", "realtime.call.incoming")
            .put("data", new JsonObject().put("call_id", "rtc_1"));

    private WebhookSink sink;
    private VirtualTime time;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        time = new VirtualTime();
        simulators = RunningSimulators.start(
                Map.of("OPENAI_WEBHOOK_URL", sink.url(), "OPENAI_WEBHOOK_SECRET", "whsec_c2VjcmV0IG9mIHRoZSB0ZXN0"),
                time);
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("W3, providers 3.3: any event is sent on demand, in OpenAI's envelope, with three headers")
    void sendsAnything() {
        JsonObject sent = send(INCOMING);
        awaitHooks(1);
        Hook hook = sink.hooks().getFirst();
        assertEquals(sent, hook.json());
        assertEquals("event", sent.getString("object"));
        assertEquals("rtc_1", sent.getJsonObject("data").getString("call_id"));
        assertTrue(hook.header("webhook-id").startsWith("wh_"));
        assertEquals(String.valueOf(time.now().getEpochSecond()), hook.header("webhook-timestamp"));
        assertTrue(hook.header("webhook-signature").startsWith("v1,"));
        send(new JsonObject().put("type", "a.kind.to.come"));
        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("a.kind.to.come"));
    }

    @Test
    @DisplayName(
            "W3: what is not answered with 2xx comes again under the same id, with the time of the attempt; the schedule is assumed")
    void comesAgain() {
        sink.answerFirst(500, 302, 404, 204);
        send(INCOMING);
        for (int attempt = 1; attempt <= 3; attempt++) {
            awaitAnswers(attempt);
            time.advance(ofSeconds(5L << (attempt - 1)));
        }
        awaitAnswers(4);
        assertEquals(4, sink.hooks().size());
        assertEquals(1, distinct("webhook-id").size());
        assertEquals(4, distinct("webhook-timestamp").size());
        assertEquals(4, distinct("webhook-signature").size());
        assertEquals(0, time.advance(ofHours(80)));
    }

    @Test
    @DisplayName("W3: after 72 hours nothing more is tried")
    void givesUp() {
        sink.answerFirst(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
        send(INCOMING);
        int attempts = 0;
        do {
            attempts++;
            awaitAnswers(attempts);
        } while (time.advance(ofSeconds(5L << (attempts - 1))) > 0);
        assertEquals(16, attempts);
        assertEquals(0, time.advance(ofHours(80)));
    }

    @Test
    @DisplayName("W3, R11: faults strike them: doubled, overtaken, signed with another secret or of another body")
    void meetsFaults() {
        simulators.arm("openai.webhook", "duplicate", Map.of("match", "batch.completed"));
        simulators.arm("openai.webhook", "reorder", Map.of("match", "batch.failed"));
        simulators.arm("openai.webhook", "drop", Map.of("match", "batch.expired"));
        for (String type : List.of("batch.expired", "batch.failed", "batch.completed")) {
            send(new JsonObject().put("type", type));
        }
        awaitHooks(3);
        assertEquals(List.of("batch.completed", "batch.completed", "batch.failed"), sink.events());
        assertEquals(2, distinct("webhook-id").size());
        assertEquals(sink.hooks().get(0).body(), sink.hooks().get(1).body());

        simulators.arm("openai.webhook", "wrongSecret", Map.of());
        send(INCOMING);
        awaitHooks(4);
        assertNotEquals("", sink.hooks().get(3).header("webhook-signature"));
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertRefused("type", new JsonObject());
        assertRefused("data", new JsonObject().put("type", "x").put("data", "text"));
        assertEquals(0, time.advance(ofMillis(1)));
    }

    @Test
    void doesNotStartWithoutTheSecretOfItsEndpoint() {
        Map<String, String> environment = new HashMap<>(RunningSimulators.environment());
        environment.put("OPENAI_WEBHOOK_URL", sink.url());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SimulatorsConfig.from(new Environment(environment)));
        assertEquals("OPENAI_WEBHOOK_SECRET is not set", refused.getMessage());
    }

    @Test
    void hidesItsSecretInTheJournal() {
        send(new JsonObject()
                .put("type", "x")
                .put("data", new JsonObject().put("a", "whsec_c2VjcmV0IG9mIHRoZSB0ZXN0")));
        awaitAnswers(1);
        assertFalse(simulators.journal("openai").toString().contains("c2VjcmV0IG9mIHRoZSB0ZXN0"));
    }

    private JsonObject send(JsonObject event) {
        return simulators.control("/openai/webhook", event);
    }

    private void assertRefused(String field, JsonObject event) {
        HttpResponse<String> refused = simulators.control("POST", "/openai/webhook", event);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("\"field\":\"" + field + "\""), refused.body());
    }

    private void awaitHooks(int count) {
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() == count);
    }

    /** The simulator has seen the answer, and so has decided what follows. */
    private void awaitAnswers(int count) {
        await().atMost(ofSeconds(30))
                .until(() -> simulators.journal("openai").stream()
                                .filter(entry -> entry.getString("what").startsWith("webhook"))
                                .count()
                        == count);
    }

    private List<String> distinct(String header) {
        return sink.hooks().stream().map(hook -> hook.header(header)).distinct().toList();
    }
}
