package dev.colloquy.session.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One caller's stream. A caller who reads slowly is shown fewer pictures, not the same ones later: what has changed is found
 * out when he is ready for it, so that nothing piles up.
 */
final class LiveStream {

    private static final int RETRY_MILLIS = 2000;

    private final SseEventSink sink;
    private final Sse sse;
    private final ObjectMapper json;
    private final Queue<OutboundSseEvent> outgoing = new ArrayDeque<>();
    private @Nullable String resumeFrom;
    private @Nullable LivePicture seen;
    private @Nullable LivePicture next;
    private boolean writing;
    private boolean ending;
    private Runnable onClose = () -> {};

    LiveStream(SseEventSink sink, Sse sse, ObjectMapper json, @Nullable String resumeFrom) {
        this.sink = sink;
        this.sse = sse;
        this.json = json;
        this.resumeFrom = resumeFrom;
    }

    synchronized void onClose(Runnable action) {
        onClose = action;
    }

    /** Begins the answer, in the request's own context; everything else may come from anywhere. */
    synchronized void open() {
        add(sse.newEventBuilder().reconnectDelay(RETRY_MILLIS).comment("").build());
    }

    /** Shows the interview as it is now. */
    synchronized void show(LivePicture picture) {
        next = picture;
        proceed();
    }

    /** Shows that the stream is alive, if nothing else does. */
    synchronized void beat() {
        if (!writing) {
            add(sse.newEventBuilder().comment("").build());
        }
    }

    /** Says why nothing more comes, and closes the stream behind what is being written. */
    synchronized void end(String reason) {
        if (!ending) {
            ending = true;
            add(event(LiveMessage.end(reason)));
        }
    }

    /** The caller has gone. */
    synchronized void gone() {
        ending = true;
        outgoing.clear();
        close();
    }

    private void proceed() {
        var picture = next;
        if (writing || ending || picture == null) {
            return;
        }
        next = null;
        var messages = messages(picture);
        seen = picture;
        resumeFrom = null;
        messages.forEach(message -> outgoing.add(event(message)));
        if (picture.isSettled()) {
            ending = true;
            outgoing.add(event(LiveMessage.end("settled")));
        }
        write();
    }

    private List<LiveMessage> messages(LivePicture picture) {
        if (seen != null) {
            return picture.since(seen);
        }
        return resumeFrom == null ? picture.whole(LiveMessage.SNAPSHOT) : picture.since(resumeFrom);
    }

    private void add(OutboundSseEvent event) {
        outgoing.add(event);
        write();
    }

    private void write() {
        if (writing) {
            return;
        }
        var event = outgoing.poll();
        if (event == null) {
            idle();
            return;
        }
        if (sink.isClosed()) {
            gone();
            return;
        }
        writing = true;
        sink.send(event).whenComplete((_, failure) -> written(failure));
    }

    private synchronized void written(@Nullable Throwable failure) {
        writing = false;
        if (failure == null) {
            write();
        } else {
            gone();
        }
    }

    private void idle() {
        if (ending) {
            close();
        } else {
            proceed();
        }
    }

    private void close() {
        sink.close();
        onClose.run();
        onClose = () -> {};
    }

    private OutboundSseEvent event(LiveMessage message) {
        var event = sse.newEventBuilder().name(message.name()).data(String.class, toJson(message.data()));
        return (message.id() == null ? event : event.id(message.id())).build();
    }

    private String toJson(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is shown must serialise to JSON", e);
        }
    }
}
