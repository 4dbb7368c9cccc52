package dev.colloquy.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** HTTP as a script wants it: JSON in, JSON out, anything but a 2xx is the end. */
public final class Web implements AutoCloseable {

    private static final String JSON = "application/json";

    private final String origin;
    /** HTTP/1.1: Java's client misreads some answers over 16 KB that come with the upgrade to HTTP/2; their frames are whole. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Sends the origin as a browser would that got its page from there; the simulators are used as by a program. */
    public Web(String origin) {
        this.origin = origin;
    }

    HttpClient client() {
        return http;
    }

    public JsonObject get(String url, @Nullable String bearer) {
        return new JsonObject(send(request(url, bearer).GET()));
    }

    JsonArray list(String url) {
        return new JsonArray(send(request(url, null).GET()));
    }

    public JsonObject post(String url, @Nullable String bearer, JsonObject body) {
        return post(url, bearer, JSON, BodyPublishers.ofString(body.encode()));
    }

    JsonObject post(String url, @Nullable String bearer, String contentType, BodyPublisher body) {
        var answer =
                send(request(url, bearer).header("Content-Type", contentType).POST(body));
        return answer.isBlank() ? new JsonObject() : new JsonObject(answer);
    }

    private HttpRequest.Builder request(String url, @Nullable String bearer) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", JSON);
        if (url.startsWith(origin)) {
            request.header("Origin", origin);
        }
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private String send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StepFailed(
                        "%s %s answered %d: %s",
                        request.method(), request.uri().getPath(), answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StepFailed("%s %s failed: %s", request.method(), request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("%s %s was interrupted", request.method(), request.uri());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
