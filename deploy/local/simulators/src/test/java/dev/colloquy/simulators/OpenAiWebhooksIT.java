package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** OpenAI's own Node SDK judges the signatures of webhooks. */
class OpenAiWebhooksIT {

    private static final String SECRET = "whsec_c2VjcmV0IG9mIHRoZSB0ZXN0";

    @Test
    @DisplayName("W3, providers 3.3: webhooks.unwrap takes a webhook, but none of another secret, body or time")
    void isUnwrappedByTheSdk() {
        try (WebhookSink sink = new WebhookSink();
                RunningSimulators simulators = RunningSimulators.start(
                        Map.of("OPENAI_WEBHOOK_URL", sink.url(), "OPENAI_WEBHOOK_SECRET", SECRET))) {
            for (String fault : List.of("", "wrongSecret", "badSignature", "clockSkew")) {
                if (!fault.isEmpty()) {
                    simulators.arm(
                            "openai.webhook", fault, fault.equals("clockSkew") ? Map.of("seconds", -400) : Map.of());
                }
                simulators.control(
                        "/openai/webhook",
                        new JsonObject()
                                .put("type", "realtime.call.incoming")
                                .put("data", new JsonObject().put("call_id", "rtc_" + fault)));
            }
            await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() == 4);
            JsonObject verdicts = Judge.install("openai")
                    .script(
                            "webhooks.mjs",
                            Map.of("SECRET", SECRET, "HOOKS", hooks(sink).encode()));
            assertEquals(
                    new JsonObject()
                            .put("rtc_", "realtime.call.incoming")
                            .put("rtc_wrongSecret", "InvalidWebhookSignatureError")
                            .put("rtc_badSignature", "InvalidWebhookSignatureError")
                            .put("rtc_clockSkew", "Webhook timestamp is too old"),
                    verdicts);
        }
    }

    private static JsonArray hooks(WebhookSink sink) {
        JsonArray hooks = new JsonArray();
        for (Hook hook : sink.hooks()) {
            JsonObject headers = new JsonObject();
            List.of("webhook-id", "webhook-timestamp", "webhook-signature")
                    .forEach(name -> headers.put(name, hook.header(name)));
            hooks.add(new JsonObject().put("body", hook.body()).put("headers", headers));
        }
        return hooks;
    }
}
