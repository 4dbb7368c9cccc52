package dev.colloquy.payments.trial;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One process of the payments service. */
public final class Replica {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final String address;

    Replica(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /** As the database knows it: the application name of its connections. */
    public String name() {
        return name;
    }

    public Replica awaitReady() {
        await(name + " is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(this::isReady);
        return this;
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError(name + " has ended with code " + process.exitValue());
        }
        return status("GET", "/q/health/ready") == 200;
    }

    public boolean isAlive() {
        return status("GET", "/q/health/live") == 200;
    }

    /** Starts writers; what can be said is in {@code Load}, as query parameters. */
    public void load(String load) {
        send("POST", "/load?" + load);
    }

    public void stopLoad() {
        send("DELETE", "/load");
        awaitLoadDone(Duration.ofSeconds(30));
    }

    public void awaitLoadDone(Duration limit) {
        await(name + " made its payments")
                .atMost(limit)
                .until(() -> !load().get("running").asBoolean());
    }

    /** What the writers have done, as they know it. */
    public JsonNode load() {
        return send("GET", "/load");
    }

    /** One payment; the HTTP status. */
    public int pay() {
        return status("POST", "/payments");
    }

    public void settle(String key, double seconds) {
        send("POST", "/settlements", "{\"key\":\"%s\",\"seconds\":%s}".formatted(key, seconds));
    }

    /** Microseconds of a payment with and without an event. */
    public JsonNode price(int pairs) {
        return send("POST", "/price?pairs=" + pairs);
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    public void terminate() {
        process.destroy();
        await(name + " ends by itself").atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    public void pause() {
        Signal.STOP.send(process.toHandle());
    }

    public void resume() {
        Signal.CONT.send(process.toHandle());
    }

    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    private JsonNode send(String method, String path) {
        return send(method, path, "");
    }

    private JsonNode send(String method, String path, String body) {
        try {
            var answer = HTTP.send(request(method, path, body), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(
                        "%s answered %s to %s: %s".formatted(name, answer.statusCode(), path, answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int status(String method, String path) {
        try {
            return HTTP.send(request(method, path, ""), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(5))
                .method(method, BodyPublishers.ofString(body))
                .build();
    }
}
