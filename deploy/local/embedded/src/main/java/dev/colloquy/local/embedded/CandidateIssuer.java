package dev.colloquy.local.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands where booking-service stands in tests of other services: it publishes the key of candidates' bearers. */
final class CandidateIssuer implements AutoCloseable {

    static final String ISSUER = "http://localhost:8080/candidates";

    private final PartFolder folder;
    private final SigningKey key;
    private final HttpServer server;

    private CandidateIssuer(PartFolder folder, SigningKey key, HttpServer server) {
        this.folder = folder;
        this.key = key;
        this.server = server;
    }

    static CandidateIssuer start(PartFolder folder) {
        try {
            var key = SigningKey.generate();
            Files.writeString(folder.path().resolve("candidate-key.pem"), key.toPem());
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keySet = key.publicKeySet().getBytes(StandardCharsets.UTF_8);
            server.createContext("/.well-known/jwks.json", http -> {
                try (http) {
                    http.getResponseHeaders().set("Content-Type", "application/json");
                    http.sendResponseHeaders(200, keySet.length);
                    http.getResponseBody().write(keySet);
                }
            });
            server.start();
            return new CandidateIssuer(folder, key, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "CANDIDATE_ISSUER",
                ISSUER,
                "CANDIDATE_TOKEN_KEY",
                folder.path().resolve("candidate-key.pem").toString(),
                "BOOKING_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    String keyAsJson() {
        return key.toJson();
    }

    static String bearer(SigningKey key, UUID candidateId, String tenant, UUID interviewId, Clock clock) {
        long now = clock.instant().getEpochSecond();
        return key.sign(
                Map.of(
                        "iss",
                        ISSUER,
                        "sub",
                        candidateId.toString(),
                        "aud",
                        TokenMint.AUDIENCE,
                        "tenant",
                        tenant,
                        "interview",
                        interviewId.toString(),
                        "groups",
                        List.of("interviewee"),
                        "iat",
                        now,
                        "exp",
                        now + TokenMint.USER_LIFE.toSeconds(),
                        "jti",
                        UUID.randomUUID().toString()),
                "at+jwt");
    }

    @Override
    public void close() {
        server.stop(0);
        folder.close();
    }
}
