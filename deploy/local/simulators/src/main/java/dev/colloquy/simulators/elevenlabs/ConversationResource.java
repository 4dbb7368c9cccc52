package dev.colloquy.simulators.elevenlabs;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.simulators.runtime.Stage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/convai}: tokens, signed URLs, conversations and their audio. */
final class ConversationResource {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    private final Conversations conversations;
    private final Stage stage;
    private final byte[] apiKey;

    ConversationResource(Conversations conversations, Stage stage, String apiKey) {
        this.conversations = conversations;
        this.stage = stage;
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
    }

    void mount(Router router) {
        router.route("/v1/convai/*").handler(this::admit);
        router.get("/v1/convai/conversation/token").handler(this::token);
        router.get("/v1/convai/conversation/get-signed-url").handler(this::signedUrl);
        router.get("/v1/convai/conversations/:id")
                .handler(context -> context.json(conversation(context).view()));
        router.get("/v1/convai/conversations/:id/audio").handler(this::audio);
        router.delete("/v1/convai/conversations/:id").handler(this::delete);
        ElevenLabsError.answerOn(router, "/v1/convai/*");
    }

    private void admit(RoutingContext context) {
        @Nullable String key = context.request().getHeader("xi-api-key");
        if (key == null) {
            throw ElevenLabsError.of(
                    401,
                    "needs_authorization",
                    "Neither authorization header nor xi-api-key received, please provide one.");
        }
        if (!MessageDigest.isEqual(apiKey, key.getBytes(StandardCharsets.UTF_8))) {
            throw ElevenLabsError.of(401, "invalid_api_key", "Invalid API key");
        }
        context.next();
    }

    private void token(RoutingContext context) {
        Conversation conversation = conversations.initiate(agent(context));
        context.json(
                new JsonObject().put("token", liveKitToken(conversation)).put("conversation_id", conversation.id()));
    }

    /** ElevenLabs' client reads the conversation's id from the room name in this token. */
    private String liveKitToken(Conversation conversation) {
        return JWT.create()
                .withSubject("user_" + conversation.id())
                .withExpiresAt(stage.time().now().plus(TOKEN_LIFETIME))
                .withClaim(
                        "video",
                        Map.of("roomJoin", true, "room", "room_" + conversation.agentId() + "_" + conversation.id()))
                .sign(Algorithm.HMAC256(apiKey));
    }

    private void signedUrl(RoutingContext context) {
        String agentId = agent(context);
        String url = "ws://" + context.request().authority() + "/v1/convai/conversation?agent_id=" + agentId
                + "&conversation_signature=" + stage.ids().next("cvtkn_", 32);
        boolean withId = "true".equals(context.request().getParam("include_conversation_id"));
        String id =
                withId ? "&conversation_id=" + conversations.initiate(agentId).id() : "";
        context.json(new JsonObject().put("signed_url", url + id));
    }

    private void audio(RoutingContext context) {
        Conversation conversation = conversation(context);
        if (!conversation.is(Conversation.Status.DONE)) {
            throw ElevenLabsError.of(404, "missing_conversation_audio", "Conversation audio is not available.");
        }
        byte[] silence = SilentMp3.lasting(Duration.ofSeconds((long) conversation.durationSeconds()));
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "audio/mpeg").end(Buffer.buffer(silence));
    }

    private void delete(RoutingContext context) {
        Conversation conversation = conversation(context);
        conversations.delete(conversation.id());
        context.json(new JsonObject());
    }

    private Conversation conversation(RoutingContext context) {
        String id = context.pathParam("id");
        return conversations
                .find(id)
                .orElseThrow(() -> ElevenLabsError.of(
                        404, "document_not_found", "Conversation with id " + id + " was not found."));
    }

    private static String agent(RoutingContext context) {
        @Nullable String agentId = context.request().getParam("agent_id");
        if (agentId == null || agentId.isBlank()) {
            throw ElevenLabsError.missingQuery("agent_id");
        }
        return agentId;
    }
}
