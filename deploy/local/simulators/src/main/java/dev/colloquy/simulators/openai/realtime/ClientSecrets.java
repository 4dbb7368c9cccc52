package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.session.SessionConfig;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ephemeral keys. One can start several sessions until it expires. Whether its model exists is only known when a session
 * starts, as with OpenAI: a secret for a model that is gone is minted without complaint.
 */
public final class ClientSecrets {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 7200;
    private static final int USUAL = 600;

    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, Secret> byValue = new HashMap<>();

    public ClientSecrets(SimulatedTime time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    private record Secret(Instant expiresAt, JsonObject session) {}

    JsonObject create(JsonObject request) {
        int seconds = request.getJsonObject("expires_after", new JsonObject()).getInteger("seconds", USUAL);
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw OpenAiError.badRequest(
                    "expires_after.seconds", "invalid_value", "Invalid 'expires_after.seconds': must be 10 to 7200.");
        }
        byValue.values().removeIf(this::isExpired);
        JsonObject session = SessionConfig.check(
                request.getJsonObject("session", new JsonObject().put("type", "realtime")), "session");
        Instant expiresAt = time.now().plusSeconds(seconds);
        String value = ids.next("ek_", 32);
        byValue.put(value, new Secret(expiresAt, session));
        return new JsonObject()
                .put("value", value)
                .put("expires_at", expiresAt.getEpochSecond())
                .put("session", SessionConfig.complete(session, ids, expiresAt).view());
    }

    /** The session a living secret was made for. */
    Optional<JsonObject> session(String value) {
        return Optional.ofNullable(byValue.get(value))
                .filter(secret -> !isExpired(secret))
                .map(Secret::session);
    }

    private boolean isExpired(Secret secret) {
        return secret.expiresAt().isBefore(time.now());
    }
}
