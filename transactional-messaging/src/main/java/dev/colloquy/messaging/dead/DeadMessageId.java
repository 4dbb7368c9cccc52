package dev.colloquy.messaging.dead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Says by itself where to look, such as {@code work-0190163d-8694-739b-aea5-966c26f8ad91}. */
public record DeadMessageId(DeadMessageKind kind, UUID value) {

    /**
     * Reads a path parameter.
     *
     * @throws IllegalArgumentException when it is no such id
     */
    public static DeadMessageId fromString(String id) {
        var parts = id.split("-", 2);
        return new DeadMessageId(DeadMessageKind.of(parts[0]), UUID.fromString(parts[parts.length - 1]));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.word() + "-" + value;
    }
}
