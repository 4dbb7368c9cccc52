package dev.colloquy.simulators.journal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** The journal as server-sent events: what there is, then what comes. Who cannot keep up is cut off and may come back. */
final class LiveJournal {

    private static final int LARGEST_QUEUE = 4 * 1024 * 1024;

    private final Journal journal;

    LiveJournal(Journal journal) {
        this.journal = journal;
    }

    void follow(RoutingContext context) {
        JournalFilter filter = JournalFilter.of(context.request());
        HttpServerResponse response = context.response()
                .setChunked(true)
                .setWriteQueueMaxSize(LARGEST_QUEUE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.write("retry: 1000\n\n");
        journal.entries(filter).forEach(entry -> send(response, entry));
        Runnable stop = journal.listen(entry -> {
            if (response.writeQueueFull()) {
                context.request().connection().close();
            } else if (filter.takes(entry)) {
                send(response, entry);
            }
        });
        response.closeHandler(_ -> stop.run());
    }

    private static void send(HttpServerResponse response, JournalEntry entry) {
        response.write("id: " + entry.sequence() + "\ndata: " + entry.view().encode() + "\n\n");
    }
}
