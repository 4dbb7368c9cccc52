package dev.colloquy.local.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that may ask for tokens, by which grants, and the group its own tokens carry. */
record IdentityClient(
        String id,
        @Nullable String secret,
        Set<String> grants,
        @Nullable String group) {

    static final String AUTHORIZATION_CODE = "authorization_code";
    static final String REFRESH_TOKEN = "refresh_token";
    static final String PASSWORD = "password";
    static final String CLIENT_CREDENTIALS = "client_credentials";
    static final Set<String> ALL_GRANTS = Set.of(AUTHORIZATION_CODE, REFRESH_TOKEN, PASSWORD, CLIENT_CREDENTIALS);

    static final String WEB = "colloquy-web";
    static final String CLI = "colloquy-cli";
    static final List<String> SERVICES =
            List.of("booking-service", "session-service", "webhook-service", "realtime-gateway", "report-service");
    static final String AGENT = "interviewer-agent";

    static List<IdentityClient> all(UnaryOperator<String> secretOf) {
        var people = Stream.of(
                new IdentityClient(WEB, null, Set.of(AUTHORIZATION_CODE, REFRESH_TOKEN), null),
                new IdentityClient(CLI, null, Set.of(PASSWORD), null));
        var services = SERVICES.stream().map(id -> confidential(id, secretOf.apply(id), "service"));
        return Stream.of(people, services, Stream.of(confidential(AGENT, secretOf.apply(AGENT), "agent")))
                .flatMap(clients -> clients)
                .toList();
    }

    private static IdentityClient confidential(String id, String secret, String group) {
        return new IdentityClient(id, secret, Set.of(CLIENT_CREDENTIALS), group);
    }

    /** A public client has no secret and must not send one. */
    boolean accepts(@Nullable String given) {
        if (secret == null || given == null) {
            return secret == null && given == null;
        }
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
