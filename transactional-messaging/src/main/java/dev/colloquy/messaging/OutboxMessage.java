package dev.colloquy.messaging;

import io.vertx.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox on its way to the broker. */
record OutboxMessage(
        long seq,
        UUID eventId,
        String topic,
        String key,
        String payload,
        @Nullable String traceparent) {

    static OutboxMessage of(Row row) {
        return new OutboxMessage(
                row.getLong("seq"),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("payload"),
                row.getString("traceparent"));
    }
}
