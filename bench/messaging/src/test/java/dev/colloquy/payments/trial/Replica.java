package dev.colloquy.payments.trial;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.local.embedded.ServiceProcess;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * One process of the payments service.
 *
 * @param name as the database knows it: the application name of its connections
 */
public record Replica(String name, ServiceProcess process) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Replica awaitReady() {
        process.awaitReady();
        return this;
    }

    public boolean isReady() {
        return process.isReady();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Starts writers; what can be said is in {@code Load}, as query parameters. */
    public void load(String load) {
        send("POST", "/load?" + load, "");
    }

    public void stopLoad() {
        send("DELETE", "/load", "");
        awaitLoadDone(Duration.ofSeconds(30));
    }

    public void awaitLoadDone(Duration limit) {
        await(name + " made its payments")
                .atMost(limit)
                .until(() -> !load().get("running").asBoolean());
    }

    /** What the writers have done, as they know it. */
    public JsonNode load() {
        return send("GET", "/load", "");
    }

    /** One payment; the HTTP status. */
    public int pay() {
        return process.status("POST", "/payments");
    }

    public void settle(String key, double seconds) {
        send("POST", "/settlements", "{\"key\":\"%s\",\"seconds\":%s}".formatted(key, seconds));
    }

    /** Microseconds of a payment with and without an event. */
    public JsonNode price(int pairs) {
        return send("POST", "/price?pairs=" + pairs, "");
    }

    public void kill() {
        process.kill();
    }

    /** Asks it to end, and waits until it has. */
    public void terminate() {
        process.terminate();
    }

    public void pause() {
        process.pause();
    }

    public void resume() {
        process.resume();
    }

    public Duration cpu() {
        return process.cpu();
    }

    private JsonNode send(String method, String path, String body) {
        var answer = process.send(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(
                    "%s answered %s to %s: %s".formatted(name, answer.statusCode(), path, answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
