package dev.colloquy.simulators.elevenlabs.webhooks;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.ConversationView;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Format;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Setup;
import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.runtime.Outgoing.Answer;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Signed webhooks, sent once; with retries on, a transcription comes up to five times. */
public final class PostCallWebhooks {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofMinutes(30));

    private final Optional<URI> target;
    private final String secret;
    private final Duration delay;
    private final WebhookSettings settings;
    private final Stage stage;
    private final WebhookGate gate;

    public PostCallWebhooks(Target target, Stage stage) {
        this.target = target.url();
        this.secret = target.secret();
        this.delay = target.delay();
        this.settings = new WebhookSettings(new Setup(target.events(), Format.JSON, target.retries(), false));
        this.stage = stage;
        this.gate = new WebhookGate(FaultPoint.ELEVENLABS_WEBHOOK, stage.faults(), stage.time());
    }

    /** Where webhooks go, signed with which secret, which kinds of them, how late, and whether they come again. */
    public record Target(Optional<URI> url, String secret, Set<Subscription> events, Duration delay, boolean retries) {

        public Target {
            events = Set.copyOf(events);
        }

        /** Refuses names that cannot be subscribed to. */
        public static Target of(
                Optional<URI> url, String secret, List<String> events, Duration delay, boolean retries) {
            return new Target(
                    url, secret, events.stream().map(Target::subscription).collect(Collectors.toSet()), delay, retries);
        }

        private static Subscription subscription(String name) {
            return Subscription.of(name)
                    .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + Subscription.wireNames()));
        }
    }

    WebhookSettings settings() {
        return settings;
    }

    public void announce(Conversation conversation) {
        stage.time().after(delay, () -> {
            sendBoth(
                    Subscription.TRANSCRIPT,
                    Subscription.UNREDACTED_TRANSCRIPT,
                    () -> PostCallEvent.transcription(conversation, settings.setup()));
            if (ConversationView.hasAudio(conversation)) {
                sendBoth(Subscription.AUDIO, Subscription.UNREDACTED_AUDIO, () -> PostCallEvent.audio(conversation));
            }
        });
    }

    private void sendBoth(Subscription redacted, Subscription unredacted, Supplier<PostCallEvent> event) {
        if (settings.wants(redacted)) {
            send(event.get());
        }
        if (settings.wants(unredacted)) {
            send(event.get().unredacted());
        }
    }

    /** A phone call that did not come about; answers what was told of it. */
    JsonObject announceFailure(String agentId, String reason) {
        PostCallEvent event =
                PostCallEvent.initiationFailure(agentId, stage.ids().next("conv_", 26), reason);
        if (settings.wants(Subscription.CALL_INITIATION_FAILURE)) {
            stage.time().after(delay, () -> send(event));
        }
        return event.data();
    }

    /** Whether it is subscribed to or not. */
    void send(PostCallEvent event) {
        target.ifPresent(url -> gate.pass(event.conversationId(), event.type(), signing -> {
            Instant now = signing.time(stage.time().now());
            Buffer body = event.body(stage.time().now());
            String signature = new PostCallSignature(signing.secret(secret)).of(signing.signed(body), now);
            Delivery delivery = new Delivery(
                    event, url, body, Map.of("Content-Type", "application/json", "ElevenLabs-Signature", signature));
            return () -> post(delivery, 0);
        }));
    }

    /** What is sent, the same bytes and the same signature at every attempt. */
    private record Delivery(PostCallEvent event, URI url, Buffer body, Map<String, String> headers) {}

    /** Ends with the first answer; a retry holds nobody up. */
    private Future<Void> post(Delivery delivery, int attempt) {
        Future<Answer> answer = delivery.event().isAudio()
                ? stage.outgoing().postChunked(delivery.url(), delivery.headers(), delivery.body())
                : stage.outgoing().post(delivery.url(), delivery.headers(), delivery.body());
        return answer.map(Answer::status).otherwise(0).map(status -> {
            write(delivery.event(), status);
            settings.answered(status, stage.time().now());
            if (isWorthRetrying(delivery, status, attempt) && settings.mayWait()) {
                stage.time().after(wait(delivery, attempt), () -> {
                    settings.waited();
                    post(delivery, attempt + 1);
                });
            }
            return null;
        });
    }

    private boolean isWorthRetrying(Delivery delivery, int status, int attempt) {
        boolean passing = status >= 500 || status == 429 || status == 408;
        return passing && delivery.event().mayBeRetried() && attempt < WAITS.size();
    }

    /** Up to a tenth longer, by the content: the same run waits the same. */
    private static Duration wait(Delivery delivery, int attempt) {
        Duration wait = WAITS.get(attempt);
        return wait.plusMillis(Math.floorMod(delivery.body().hashCode(), wait.toMillis() / 10));
    }

    private void write(PostCallEvent event, int status) {
        JsonObject detail =
                new JsonObject().put("conversation_id", event.conversationId()).put("status", status);
        if (!event.isAudio()) {
            detail.put("body", new JsonObject().put("type", event.type()).put("data", event.data()));
        }
        stage.journal().sent(Provider.ELEVENLABS, "webhook " + event.type(), detail);
    }
}
