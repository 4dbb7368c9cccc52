package dev.colloquy.simulators.livekit.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;

/** One event on its way to one receiver; the key says which events stay in order. */
record Delivery(URI url, String key, String event, Buffer body, Instant queuedAt) {

    JsonObject journal() {
        return new JsonObject().put("url", url.toString()).put("body", body.toJsonObject());
    }
}
