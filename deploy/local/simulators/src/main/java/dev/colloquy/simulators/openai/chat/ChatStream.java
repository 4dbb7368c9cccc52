package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Stream;

/** A completion as server-sent events, word by word, closed by {@code [DONE]}. */
final class ChatStream {

    private static final Duration BETWEEN_PIECES = Duration.ofMillis(10);

    private final HttpServerResponse response;
    private final SimulatedTime time;
    private final Queue<String> left;

    private ChatStream(HttpServerResponse response, SimulatedTime time, Queue<String> left) {
        this.response = response;
        this.time = time;
        this.left = left;
    }

    static void send(ChatCompletion completion, HttpServerResponse response, SimulatedTime time) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .setChunked(true);
        new ChatStream(response, time, events(completion)).sendNext();
    }

    private static Queue<String> events(ChatCompletion completion) {
        String refusal = completion.answer().refusal();
        String text = refusal == null ? completion.answer().text() : refusal;
        Queue<String> events = new ArrayDeque<>();
        Stream.of(
                        Stream.of(completion.firstChunk()),
                        Tokens.pieces(text).stream().map(completion::chunk),
                        Stream.of(completion.lastChunk()),
                        completion.request().includeUsage()
                                ? Stream.of(completion.usageChunk())
                                : Stream.<JsonObject>empty())
                .flatMap(chunks -> chunks)
                .map(JsonObject::encode)
                .forEach(events::add);
        events.add("[DONE]");
        return events;
    }

    private void sendNext() {
        if (response.closed()) {
            return;
        }
        response.write("data: " + left.remove() + "\n\n");
        if (left.isEmpty()) {
            response.end();
        } else {
            time.after(BETWEEN_PIECES, this::sendNext);
        }
    }
}
