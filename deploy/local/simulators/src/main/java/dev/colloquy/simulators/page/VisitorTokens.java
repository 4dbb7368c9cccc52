package dev.colloquy.simulators.page;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.livekit.LiveKitConfig;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /control/livekit/token}: the key to a room, as an application would give it to a candidate. If the candidate
 * is the first in the room, the agent is called too.
 */
public final class VisitorTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final LiveKitConfig config;
    private final SimulatedTime time;

    public VisitorTokens(LiveKitConfig config, SimulatedTime time) {
        this.config = config;
        this.time = time;
    }

    public void mount(Router router) {
        router.post("/control/livekit/token").respond(this::issue);
    }

    private Future<JsonObject> issue(RoutingContext context) {
        JsonObject body = Control.body(context);
        String room = Control.text(body, "room");
        String token = JWT.create()
                .withIssuer(config.apiKey())
                .withSubject(Control.text(body, "identity"))
                .withNotBefore(time.now())
                .withExpiresAt(time.now().plus(LIFETIME))
                .withClaim("video", Map.of("roomJoin", true, "room", room))
                .withClaim("roomConfig", Map.of("agents", List.of(Map.of("agentName", config.agentName()))))
                .sign(Algorithm.HMAC256(config.apiSecret()));
        return Future.succeededFuture(new JsonObject().put("token", token));
    }
}
