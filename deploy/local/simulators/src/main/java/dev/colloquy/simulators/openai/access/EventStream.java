package dev.colloquy.simulators.openai.access;

import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Server-sent events at the pace of a model that writes. */
public final class EventStream {

    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(10);

    private final HttpServerResponse response;
    private final SimulatedTime time;
    private final Queue<String> left;

    private EventStream(HttpServerResponse response, SimulatedTime time, Queue<String> left) {
        this.response = response;
        this.time = time;
        this.left = left;
    }

    public static void send(List<String> events, HttpServerResponse response, SimulatedTime time) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .setChunked(true);
        new EventStream(response, time, new ArrayDeque<>(events)).sendNext();
    }

    private void sendNext() {
        if (response.closed()) {
            return;
        }
        response.write("data: " + left.remove() + "\n\n");
        if (left.isEmpty()) {
            response.end();
        } else {
            time.after(BETWEEN_EVENTS, this::sendNext);
        }
    }
}
