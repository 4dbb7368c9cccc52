package dev.colloquy.session.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reader of an interview's events, as a browser is one. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Event CLOSED = new Event("closed", null, JSON.nullNode());

    /** The id is that of the last event that had one. */
    record Event(String name, @Nullable String id, JsonNode data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private @Nullable String id;
    private @Nullable String name;

    static EventStream open(InterviewId interview, String bearer, @Nullable String lastEventId) {
        var stream = new EventStream();
        var answer = stream.ask(interview, bearer, lastEventId);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
        Thread.ofVirtual().start(() -> stream.read(answer.body()));
        return stream;
    }

    /** The next event of this name that is as wanted; others before it are skipped. */
    Event await(String wanted, Predicate<JsonNode> data) {
        while (true) {
            var event = next();
            if (event.name().equals(wanted) && data.test(event.data())) {
                return event;
            }
        }
    }

    Event next() {
        try {
            return assertNotNullEvent(events.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<Stream<String>> ask(InterviewId interview, String bearer, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d/api/interviews/%s/events".formatted(RestAssured.port, interview)))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + bearer);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Stream<String> lines) {
        try (lines) {
            lines.forEach(this::read);
        } catch (java.io.UncheckedIOException _) {
            // Closed by this reader.
        } finally {
            events.add(CLOSED);
        }
    }

    private void read(String line) {
        var separator = line.indexOf(':');
        var value = line.substring(separator + 1).strip();
        switch (separator < 0 ? line : line.substring(0, separator)) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> events.add(new Event(String.valueOf(name), id, json(value)));
            default -> {}
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Event assertNotNullEvent(@Nullable Event event) {
        assertNotNull(event, "nothing came");
        return event;
    }
}
