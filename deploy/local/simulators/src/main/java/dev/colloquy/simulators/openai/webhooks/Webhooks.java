package dev.colloquy.simulators.openai.webhooks;

import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Signing;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.runtime.Outgoing.Answer;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends events until they are answered with 2xx. OpenAI documents repetition "with exponential backoff for up to 72 hours"
 * and that a redirect is a failure; how long the first pause is and how the pauses grow is not documented, but assumed.
 * The id stays, the time stamp and with it the signature are those of the attempt.
 */
public final class Webhooks {

    private static final String ANOTHER_SECRET = "another secret";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(3);

    private final Optional<WebhookTarget> target;
    private final Stage stage;
    private final WebhookGate gate;

    public Webhooks(Optional<WebhookTarget> target, Stage stage) {
        this.target = target;
        this.stage = stage;
        this.gate = new WebhookGate(FaultPoint.OPENAI_WEBHOOK, stage.faults(), stage.time());
    }

    /** The event that is sent, if there is anybody to send it to. */
    JsonObject send(String type, JsonObject data) {
        JsonObject event = new JsonObject()
                .put("object", "event")
                .put("id", stage.ids().next("evt_", 32))
                .put("type", type)
                .put("created_at", stage.time().now().getEpochSecond())
                .put("data", data);
        target.ifPresent(to -> gate.pass("", type, signing -> {
            Delivery delivery = new Delivery(to, stage.ids().next("wh_", 32), event, event.toBuffer(), signing);
            return () -> attempt(delivery, FIRST_PAUSE, Duration.ZERO);
        }));
        return event;
    }

    private record Delivery(WebhookTarget to, String id, JsonObject event, Buffer body, Signing signing) {

        Map<String, String> headers(Instant now) {
            Instant at = signing.time(now);
            String secret = signing.withAnotherSecret() ? ANOTHER_SECRET : to.secret();
            String signature = new StandardSignature(secret).of(id, at, signing.signed(body));
            return Map.of(
                    "Content-Type",
                    "application/json",
                    "User-Agent",
                    "OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)",
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    String.valueOf(at.getEpochSecond()),
                    "webhook-signature",
                    signature);
        }
    }

    /** Ends with the first answer; a retry holds nobody up. */
    private Future<Void> attempt(Delivery delivery, Duration pause, Duration sinceFirst) {
        Map<String, String> headers = delivery.headers(stage.time().now());
        return stage.outgoing()
                .post(delivery.to().url(), headers, delivery.body())
                .map(Answer::status)
                .otherwise(0)
                .map(status -> {
                    write(delivery, status);
                    Duration then = sinceFirst.plus(pause);
                    if (status / 100 != 2 && then.compareTo(LONGEST) <= 0) {
                        stage.time().after(pause, () -> attempt(delivery, pause.multipliedBy(2), then));
                    }
                    return null;
                });
    }

    private void write(Delivery delivery, int status) {
        JsonObject detail = new JsonObject()
                .put("webhook_id", delivery.id())
                .put("status", status)
                .put("body", delivery.event());
        stage.journal().sent(Provider.OPENAI, "webhook " + delivery.event().getString("type"), detail);
    }
}
