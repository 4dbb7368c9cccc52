package dev.colloquy.simulators.livekit.webhooks;

import dev.colloquy.simulators.faults.Strike;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;

/** One event on its way to one receiver. */
record Delivery(Occasion occasion, URI url) {

    /** What all copies of one event share: the key says which events stay in order, the strike what goes wrong. */
    record Occasion(String key, String event, Buffer body, Instant queuedAt, Strike strike) {}

    /** Deliveries of one line go one after the other. */
    String line() {
        return occasion.key() + " " + url;
    }

    JsonObject journal() {
        return new JsonObject()
                .put("url", url.toString())
                .put("body", occasion.body().toJsonObject());
    }
}
