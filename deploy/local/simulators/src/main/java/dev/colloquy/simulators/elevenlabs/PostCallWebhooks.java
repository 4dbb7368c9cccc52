package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Signing;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.runtime.Outgoing.Answer;
import dev.colloquy.simulators.runtime.Stage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Post-call webhooks: signed, sent once (ElevenLabs' retries are off by default), the audio one in chunks. */
final class PostCallWebhooks {

    private final ElevenLabsConfig config;
    private final Stage stage;
    private final WebhookGate gate;

    PostCallWebhooks(ElevenLabsConfig config, Stage stage) {
        this.config = config;
        this.stage = stage;
        this.gate = new WebhookGate(FaultPoint.ELEVENLABS_WEBHOOK, stage.faults(), stage.time());
    }

    void announce(Conversation conversation) {
        config.webhookUrl()
                .ifPresent(url -> stage.time().after(config.webhookDelay(), () -> {
                    if (config.events().contains("transcript")) {
                        send(url, "post_call_transcription", conversation.view());
                    }
                    if (config.events().contains("audio")) {
                        send(url, "post_call_audio", audio(conversation));
                    }
                }));
    }

    private static JsonObject audio(Conversation conversation) {
        byte[] silence = SilentMp3.lasting(Duration.ofSeconds((long) conversation.durationSeconds()));
        return new JsonObject()
                .put("agent_id", conversation.agentId())
                .put("conversation_id", conversation.id())
                .put("full_audio", Base64.getEncoder().encodeToString(silence));
    }

    private void send(URI url, String type, JsonObject content) {
        Buffer body = new JsonObject()
                .put("type", type)
                .put("event_timestamp", stage.time().now().getEpochSecond())
                .put("data", content)
                .toBuffer();
        String conversationId = content.getString("conversation_id");
        gate.pass(conversationId, type, signing -> {
            String signature = sign(body, signing);
            return () -> post(url, type, conversationId, body, signature);
        });
    }

    private String sign(Buffer body, Signing signing) {
        return new PostCallSignature(signing.secret(config.webhookSecret()))
                .of(signing.signed(body), signing.time(stage.time().now()));
    }

    private Future<Void> post(URI url, String type, String conversationId, Buffer body, String signature) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "ElevenLabs-Signature", signature);
        Future<Answer> answer = type.equals("post_call_audio")
                ? stage.outgoing().postChunked(url, headers, body)
                : stage.outgoing().post(url, headers, body);
        return answer.map(Answer::status).otherwise(0).map(status -> {
            write(type, conversationId, status);
            return null;
        });
    }

    private void write(String type, String conversationId, int status) {
        JsonObject detail =
                new JsonObject().put("conversation_id", conversationId).put("status", status);
        stage.journal().sent(Provider.ELEVENLABS, "webhook " + type, detail);
    }
}
