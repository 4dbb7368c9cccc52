package dev.colloquy.sessions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The service as its callers see it: behind a load balancer, and asked again until it has answered 2xx. */
final class Api {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Sessions sessions;
    private final HttpClient http;
    private final SplittableRandom random;

    Api(Sessions sessions, HttpClient http, long seed) {
        this.sessions = sessions;
        this.http = http;
        this.random = new SplittableRandom(seed);
    }

    String put(String path, String bearer, String json) {
        return call("PUT", path, bearer, json);
    }

    String post(String path, String bearer, String json) {
        return call("POST", path, bearer, json);
    }

    String get(String path, String bearer) {
        return call("GET", path, bearer, "");
    }

    private String call(String method, String path, String bearer, String json) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            var answer = once(method, path, bearer, json);
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("No answer to " + method + " " + path + " in " + PATIENCE);
    }

    /** Null if the replica was dead, died over it, or said that it cannot now. */
    private @Nullable String once(String method, String path, String bearer, String json) {
        var request = HttpRequest.newBuilder(URI.create(sessions.any(random).address() + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .timeout(ANSWER)
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() < 300) {
                return answer.body();
            }
            if (answer.statusCode() < 500) {
                throw new AssertionError(method + " " + path + " was refused: " + answer.body());
            }
            return null;
        } catch (IOException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
