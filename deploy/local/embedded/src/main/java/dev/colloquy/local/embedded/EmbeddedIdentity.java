package dev.colloquy.local.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A small OpenID Connect issuer with demo users and one confidential client per service. For one machine only. */
public final class EmbeddedIdentity implements AutoCloseable {

    private static final Duration CODE_LIFE = Duration.ofSeconds(60);
    private static final Duration REFRESH_LIFE = Duration.ofHours(8);

    private final PartFolder folder;
    private final HttpServer server;
    private final String issuer;
    private final Map<String, IdentityClient> clients;
    private final SigningKey key;
    private final TokenMint mint;

    private EmbeddedIdentity(PartFolder folder, HttpServer server, UnaryOperator<String> secretOf, Clock clock) {
        this.folder = folder;
        this.server = server;
        this.issuer = "http://localhost:" + server.getAddress().getPort();
        this.clients = IdentityClient.all(secretOf).stream()
                .collect(Collectors.toUnmodifiableMap(IdentityClient::id, Function.identity()));
        this.key = SigningKey.keptIn(folder.path().resolve("signing-key.json"));
        this.mint = new TokenMint(issuer, key, clock);
    }

    /**
     * Starts the issuer; its signing key is kept in the folder.
     *
     * @param port 0 for a free one
     * @param secretOf the secret of each confidential client by its id
     */
    public static EmbeddedIdentity start(PartFolder folder, int port, UnaryOperator<String> secretOf, Clock clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var identity = new EmbeddedIdentity(folder, server, secretOf, clock);
            identity.serve(clock);
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException("The identity server did not start on port " + port, e);
        }
    }

    /** The value of OIDC_ISSUER and of every token's {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /** A fresh access token of a demo user, such as {@code recruiter@acme}. */
    public String bearer(String userName) {
        return DemoUser.named(userName)
                .map(user -> mint.accessToken(user, IdentityClient.CLI))
                .orElseThrow(() -> new IllegalArgumentException("No such demo user: " + userName));
    }

    public Map<String, String> environment() {
        return Map.of("OIDC_ISSUER", issuer);
    }

    @Override
    public void close() {
        server.stop(0);
        folder.close();
    }

    private void serve(Clock clock) {
        var random = new SecureRandom();
        var codes = new OneTimeGrants(random, clock, CODE_LIFE);
        var refreshTokens = new OneTimeGrants(random, clock, REFRESH_LIFE);
        var profiles = new ProfileEndpoints(mint);
        route("/.well-known/openid-configuration", Set.of("GET"), exchange -> exchange.json(200, discovery()));
        route("/jwks", Set.of("GET"), exchange -> exchange.send(200, "application/json", key.publicKeySet()));
        route("/authorize", Set.of("GET", "POST"), new AuthorizationEndpoint(clients, codes, issuer));
        route("/token", Set.of("POST"), new TokenEndpoint(clients, codes, refreshTokens, mint));
        route("/userinfo", Set.of("GET", "POST"), profiles::userInfo);
        route("/logout", Set.of("GET", "POST"), profiles::logout);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void route(String path, Set<String> methods, Exchange.Endpoint endpoint) {
        server.createContext(path, http -> {
            try (http) {
                answer(new Exchange(http), path, methods, endpoint);
            }
        });
    }

    private static void answer(Exchange exchange, String path, Set<String> methods, Exchange.Endpoint endpoint)
            throws IOException {
        try {
            allowBrowsersOfThisMachine(exchange);
            if (!exchange.http().getRequestURI().getPath().equals(path)) {
                throw new Refusal(404, "not_found", "There is nothing at this path");
            }
            if (exchange.method().equals("OPTIONS")) {
                exchange.http().sendResponseHeaders(204, -1);
                return;
            }
            if (!methods.contains(exchange.method())) {
                exchange.with("Allow", String.join(", ", methods));
                throw new Refusal(405, "invalid_request", "The method is not allowed here");
            }
            endpoint.answer(exchange);
        } catch (Refusal refusal) {
            if (refusal.status() == 401 && exchange.header("Authorization").isPresent()) {
                exchange.with("WWW-Authenticate", path.equals("/token") ? "Basic realm=\"colloquy\"" : "Bearer");
            }
            exchange.json(
                    refusal.status(), Map.of("error", refusal.error(), "error_description", refusal.description()));
        }
    }

    private static void allowBrowsersOfThisMachine(Exchange exchange) {
        exchange.with("Vary", "Origin");
        exchange.header("Origin")
                .filter(Loopback::is)
                .ifPresent(origin -> exchange.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Allow-Methods", "GET, POST")
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type"));
    }

    private Map<String, Object> discovery() {
        return Map.ofEntries(
                Map.entry("issuer", issuer),
                Map.entry("authorization_endpoint", issuer + "/authorize"),
                Map.entry("token_endpoint", issuer + "/token"),
                Map.entry("userinfo_endpoint", issuer + "/userinfo"),
                Map.entry("end_session_endpoint", issuer + "/logout"),
                Map.entry("jwks_uri", issuer + "/jwks"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("response_modes_supported", List.of("query")),
                Map.entry(
                        "grant_types_supported",
                        IdentityClient.ALL_GRANTS.stream().sorted().toList()),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("scopes_supported", List.of("openid")),
                Map.entry("id_token_signing_alg_values_supported", List.of("ES256")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry("authorization_response_iss_parameter_supported", true),
                Map.entry(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "none")));
    }
}
