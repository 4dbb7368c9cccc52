package dev.colloquy.simulators.elevenlabs.conversations;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.simulators.elevenlabs.access.ApiKey;
import dev.colloquy.simulators.elevenlabs.access.ElevenLabsError;
import dev.colloquy.simulators.elevenlabs.agents.Agents;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/convai/conversation/token} and {@code …/get-signed-url}: the two ways in. */
public final class EntryResource {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    private final Conversations conversations;
    private final SignedUrls urls;
    private final Agents agents;
    private final ApiKey key;
    private final SimulatedTime time;

    public EntryResource(Conversations conversations, SignedUrls urls, Agents agents, ApiKey key, SimulatedTime time) {
        this.conversations = conversations;
        this.urls = urls;
        this.agents = agents;
        this.key = key;
        this.time = time;
    }

    public void mount(Router router) {
        router.get("/v1/convai/conversation/token").handler(this::token);
        router.get("/v1/convai/conversation/get-signed-url").handler(this::signedUrl);
    }

    /** A public agent's token is for everybody; the browser's SDK fetches it without a key. */
    private void token(RoutingContext context) {
        boolean known = key.presented(context);
        String agentId = agent(context);
        if (!known && !agents.get(agentId).isPublic()) {
            key.require(context);
        }
        Conversation conversation = conversations.initiate(agentId, "livekit_token");
        @Nullable String name = context.request().getParam("participant_name");
        context.json(new JsonObject()
                .put("token", liveKitToken(conversation, name == null ? "" : name))
                .put("conversation_id", conversation.id()));
    }

    /** ElevenLabs' client reads the conversation's id from the room name in this token. */
    private String liveKitToken(Conversation conversation, String participantName) {
        Instant now = time.now();
        Map<String, Object> video = Map.of(
                "roomJoin", true,
                "room", "room_" + conversation.agentId() + "_" + conversation.id(),
                "canPublish", true,
                "canSubscribe", true,
                "canPublishData", true);
        return JWT.create()
                .withIssuer("simulated-elevenlabs")
                .withSubject("user_" + conversation.id())
                .withNotBefore(now)
                .withIssuedAt(now)
                .withExpiresAt(now.plus(TOKEN_LIFETIME))
                .withClaim("name", participantName)
                .withClaim("video", video)
                .sign(Algorithm.HMAC256(key.signingSecret()));
    }

    private void signedUrl(RoutingContext context) {
        key.require(context);
        String agentId = agent(context);
        boolean withId = "true".equals(context.request().getParam("include_conversation_id"));
        @Nullable Conversation conversation = withId ? conversations.initiate(agentId, "signed_url") : null;
        String url = here(context.request()) + "/v1/convai/conversation?agent_id=" + agentId
                + "&conversation_signature=" + urls.sign(agentId, conversation);
        context.json(new JsonObject()
                .put("signed_url", conversation == null ? url : url + "&conversation_id=" + conversation.id()));
    }

    /** Where the caller has found us, be it through a proxy that speaks TLS. */
    private static String here(HttpServerRequest request) {
        @Nullable String forwarded = request.getHeader("X-Forwarded-Proto");
        String scheme = forwarded == null ? String.valueOf(request.scheme()) : forwarded;
        return (scheme.equals("https") ? "wss://" : "ws://") + request.authority();
    }

    private static String agent(RoutingContext context) {
        @Nullable String agentId = context.request().getParam("agent_id");
        if (agentId == null || !agentId.matches("[\\w-]+")) {
            throw ElevenLabsError.missingQuery("agent_id");
        }
        return agentId;
    }
}
