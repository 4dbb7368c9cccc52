package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.ElevenLabsSignatures;
import dev.colloquy.webhook.signature.LiveKitTokens;
import dev.colloquy.webhook.signature.OpenAiSignatures;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Posts webhooks as the providers do: exact bytes, their own headers. */
public final class Sender {

    public static final String LIVEKIT = "/api/webhooks/livekit";
    public static final String ELEVENLABS = "/webhooks/elevenlabs";
    public static final String LIVEKIT_TYPE = "application/webhook+json";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Sender() {}

    public static int livekit(String body) {
        return send(livekitRequest(body)).statusCode();
    }

    public static int livekit(String body, Function<byte[], String> signer) {
        var token = signer.apply(body.getBytes(UTF_8));
        return send(request(LIVEKIT, LIVEKIT_TYPE, body, "Authorization", List.of(token)))
                .statusCode();
    }

    public static HttpResponse<byte[]> livekitAnswer(String body) {
        return send(livekitRequest(body));
    }

    public static CompletableFuture<Integer> livekitAsync(String body) {
        return HTTP.sendAsync(livekitRequest(body), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(HttpResponse::statusCode);
    }

    public static int elevenlabs(String body) {
        var signature = ElevenLabsSignatures.sign(
                body.getBytes(UTF_8), Clock.systemUTC().instant());
        return send(request(ELEVENLABS, "application/json", body, "ElevenLabs-Signature", List.of(signature)))
                .statusCode();
    }

    public static int openAi(String id, String body) {
        var headers = OpenAiSignatures.sign(
                id, body.getBytes(UTF_8), Clock.systemUTC().instant());
        return post("/webhooks/openai", "application/json", body, headers);
    }

    public static int tavus(String secret, String body) {
        return post("/webhooks/tavus/" + secret, "application/json", body, Map.of());
    }

    public static int post(String path, String type, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
        headers.forEach(request::header);
        return send(request.build()).statusCode();
    }

    public static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static HttpRequest request(String path, String type, String body, String header, List<String> values) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
        values.forEach(value -> request.header(header, value));
        return request.build();
    }

    private static HttpRequest livekitRequest(String body) {
        var token = LiveKitTokens.sign(body.getBytes(UTF_8));
        return request(LIVEKIT, LIVEKIT_TYPE, body, "Authorization", List.of(token));
    }
}
