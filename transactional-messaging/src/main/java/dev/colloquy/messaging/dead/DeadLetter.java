package dev.colloquy.messaging.dead;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer could not use, as its channel put it aside. It is replayable when the outbox can carry it: its
 * topic is known, and its key and its value are text.
 */
record DeadLetter(
        Origin origin,
        @Nullable String key,
        @Nullable Buffer payload,
        boolean replayable,
        String reason,
        String causeClass) {

    /** Where the original record is; without the channel's headers, where this one is. */
    record Origin(String topic, int partition, long offset, boolean known) {

        private static Origin of(ConsumerRecord<?, ?> record) {
            try {
                var topic = header(record, "dead-letter-topic");
                var partition = Integer.parseInt(header(record, "dead-letter-partition"));
                var offset = Long.parseLong(header(record, "dead-letter-offset"));
                return topic.isEmpty() ? itself(record) : new Origin(topic, partition, offset, true);
            } catch (NumberFormatException _) {
                return itself(record);
            }
        }

        private static Origin itself(ConsumerRecord<?, ?> record) {
            return new Origin(record.topic(), record.partition(), record.offset(), false);
        }
    }

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        var origin = Origin.of(record);
        var key = text(record.key());
        var value = record.value();
        return new DeadLetter(
                origin,
                key,
                value == null ? null : Buffer.buffer(value),
                origin.known() && key != null && text(value) != null,
                header(record, "dead-letter-reason"),
                header(record, "dead-letter-cause-class-name"));
    }

    Tuple row() {
        return Tuple.from(new Object[] {
            origin.topic(), origin.partition(), origin.offset(), key, payload, replayable, reason, causeClass
        });
    }

    /** Null unless the bytes are UTF-8 that a column of type text can hold. */
    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8).replace("\0", "");
    }
}
