package dev.colloquy.simulators.elevenlabs.access;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The workspace's key, in the header {@code xi-api-key}. */
public final class ApiKey {

    private final String key;

    public ApiKey(String key) {
        this.key = key;
    }

    public void require(RoutingContext context) {
        if (!presented(context)) {
            throw ElevenLabsError.of(
                    401,
                    "needs_authorization",
                    "Neither authorization header nor xi-api-key received, please provide one.");
        }
    }

    /** False without a key; a wrong one is refused. */
    public boolean presented(RoutingContext context) {
        @Nullable String presented = context.request().getHeader("xi-api-key");
        if (presented == null) {
            return false;
        }
        if (!MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8))) {
            throw ElevenLabsError.of(401, "invalid_api_key", "Invalid API key");
        }
        return true;
    }

    /** What the LiveKit tokens handed out are signed with. */
    public String signingSecret() {
        return key;
    }
}
