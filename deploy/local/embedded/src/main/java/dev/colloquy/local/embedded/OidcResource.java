package dev.colloquy.local.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * Gives a Quarkus test both issuers of bearers: the workforce's OpenID Connect issuer, and one that signs candidates'
 * bearers and answers at BOOKING_URL. Every confidential client's secret is {@code test}. Argument {@code client}: whose
 * credential the service under test shows.
 */
public final class OidcResource implements QuarkusTestResourceLifecycleManager {

    private static final String WORKFORCE = "oidc";
    private static final String CANDIDATES = "candidates";
    private static final String KEY = "key";
    private static final String SECRET = "test";

    private String client = IdentityClient.SERVICES.getFirst();

    @Override
    public void init(Map<String, String> arguments) {
        client = arguments.getOrDefault("client", client);
    }

    @Override
    public Map<String, String> start() {
        var environment = new HashMap<String, String>();
        environment.putAll(OncePerJvm.start(WORKFORCE, () -> {
            var folder = PartFolder.temporary(WORKFORCE);
            var identity = EmbeddedIdentity.start(folder, 0, _ -> SECRET, Clock.systemUTC());
            return new OncePerJvm.Running(identity, identity.environment());
        }));
        environment.putAll(OncePerJvm.start(CANDIDATES, () -> {
            var issuer = CandidateIssuer.start(PartFolder.temporary(CANDIDATES));
            var facts = new HashMap<>(issuer.environment());
            facts.put(KEY, issuer.keyAsJson());
            return new OncePerJvm.Running(issuer, facts);
        }));
        environment.remove(KEY);
        environment.put("SERVICE_CLIENT_ID", client);
        environment.put("SERVICE_CLIENT_SECRET", SECRET);
        return environment;
    }

    /** A fresh bearer of a demo user, such as {@code recruiter@acme}. */
    public static String bearer(String user) {
        return token(Map.of(
                "grant_type", IdentityClient.PASSWORD,
                "client_id", IdentityClient.CLI,
                "username", user,
                "password", DemoUser.PASSWORD));
    }

    /** A fresh bearer of a service, such as {@code session-service}, or of {@code interviewer-agent}. */
    public static String clientBearer(String client) {
        return token(Map.of(
                "grant_type", IdentityClient.CLIENT_CREDENTIALS,
                "client_id", client,
                "client_secret", SECRET));
    }

    /** A fresh bearer as booking-service issues it to the candidate of one interview. */
    public static String candidateBearer(UUID candidateId, String tenant, UUID interviewId) {
        var key = SigningKey.ofJson(OncePerJvm.fact(CANDIDATES, KEY));
        return CandidateIssuer.bearer(key, candidateId, tenant, interviewId, Clock.systemUTC());
    }

    @Override
    public void stop() {
        // Other tests of this JVM may still use it.
    }

    private static String token(Map<String, String> form) {
        var request = HttpRequest.newBuilder(URI.create(OncePerJvm.fact(WORKFORCE, "OIDC_ISSUER") + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("No token: " + answer.body());
            }
            return String.valueOf(JsonUtil.parseJson(answer.body()).get("access_token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("The token answer is not JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a token", e);
        }
    }
}
