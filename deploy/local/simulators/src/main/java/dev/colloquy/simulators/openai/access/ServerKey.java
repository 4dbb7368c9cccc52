package dev.colloquy.simulators.openai.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The API key of the project; a browser never has it. */
public final class ServerKey {

    private static final String BEARER = "Bearer ";

    private final byte[] key;

    public ServerKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    public void require(RoutingContext context) {
        if (!matches(bearer(context))) {
            throw OpenAiError.unauthorized("Incorrect API key provided.");
        }
    }

    public boolean matches(String presented) {
        return MessageDigest.isEqual(key, presented.getBytes(StandardCharsets.UTF_8));
    }

    public static String bearer(RoutingContext context) {
        @Nullable String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            throw OpenAiError.unauthorized(
                    "You didn't provide an API key. Use Bearer auth: Authorization: Bearer YOUR_KEY.");
        }
        return header.substring(BEARER.length()).strip();
    }
}
