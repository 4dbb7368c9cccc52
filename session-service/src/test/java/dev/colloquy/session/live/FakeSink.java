package dev.colloquy.session.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A caller's side of a stream, who reads an event when he is told to. */
final class FakeSink implements SseEventSink {

    private final List<OutboundSseEvent> sent = new ArrayList<>();
    private final boolean slow;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private boolean closed;

    FakeSink(boolean slow) {
        this.slow = slow;
    }

    /** The events with data that were sent, by name. */
    synchronized List<String> names() {
        return sent.stream()
                .map(OutboundSseEvent::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    synchronized List<String> data() {
        return sent.stream()
                .map(OutboundSseEvent::getData)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    synchronized long comments() {
        return sent.stream()
                .map(OutboundSseEvent::getComment)
                .filter(Objects::nonNull)
                .count();
    }

    /** Reads all that is written to him, until nothing is. */
    void read() {
        while (!writing.isDone()) {
            writing.complete(null);
        }
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized CompletionStage<?> send(OutboundSseEvent event) {
        sent.add(event);
        writing = slow ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
        return writing;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
