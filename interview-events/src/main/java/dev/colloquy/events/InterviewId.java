package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** The one id of an interview: session id, Kafka key, and with the prefix {@code iv_} the room name. A UUIDv7. */
public record InterviewId(@JsonValue UUID value) {

    private static final String ROOM_PREFIX = "iv_";

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID in its 36 character form
     */
    @JsonCreator
    public static InterviewId of(String text) {
        var value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID in its 36 character form");
        }
        return new InterviewId(value);
    }

    /** The interview that a text of others names, or nothing when it is no interview's id. */
    public static Optional<InterviewId> find(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The interview a LiveKit room belongs to, or nothing when the room is not one of ours. */
    public static Optional<InterviewId> ofRoom(String roomName) {
        return roomName.startsWith(ROOM_PREFIX) ? find(roomName.substring(ROOM_PREFIX.length())) : Optional.empty();
    }

    /** The name of this interview's LiveKit room. */
    public String roomName() {
        return ROOM_PREFIX + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
