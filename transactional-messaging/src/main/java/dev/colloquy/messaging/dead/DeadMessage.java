package dev.colloquy.messaging.dead;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that died.
 *
 * @param subject the topic or the queue
 * @param attempts of work only
 * @param payload only where one was asked for; bytes that are no UTF-8 show as replacement characters
 */
public record DeadMessage(
        DeadMessageId id,
        DeadMessageKind kind,
        String subject,
        @Nullable String key,
        String reason,
        @Nullable Integer attempts,
        Instant diedAt,
        boolean replayable,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload) {

    public record Page(List<DeadMessage> items, int page, int size, long total) {}

    /** How many were replayed. */
    public record Replayed(int replayed) {}

    static DeadMessage of(Row row) {
        return of(row, null);
    }

    static DeadMessage withPayload(Row row) {
        var payload = row.getBuffer("payload");
        return of(row, payload == null ? null : payload.toString());
    }

    private static DeadMessage of(Row row, @Nullable String payload) {
        var kind = DeadMessageKind.of(row.getString("kind"));
        UUID id = row.getUUID("id");
        return new DeadMessage(
                new DeadMessageId(kind, id),
                kind,
                row.getString("subject"),
                row.getString("key"),
                row.getString("reason"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("died_at").toInstant(),
                row.getBoolean("replayable"),
                payload);
    }
}
