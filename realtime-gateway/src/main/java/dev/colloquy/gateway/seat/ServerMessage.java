package dev.colloquy.gateway.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says to a candidate's client; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage {

    @JsonTypeName("sdp_answer")
    record SdpAnswer(String sdp) implements ServerMessage {}

    /** The server ends this connection for good. */
    @JsonTypeName("session_ended")
    record SessionEnded(String message) implements ServerMessage {}

    /** The interview itself is over. */
    @JsonTypeName("interview_ended")
    record InterviewEnded(String message) implements ServerMessage {}

    @JsonTypeName("heartbeat")
    record Heartbeat() implements ServerMessage {}

    /** The turns that session-service has stored. */
    @JsonTypeName("ack")
    record Ack(List<String> itemIds) implements ServerMessage {}

    /**
     * What the client has missed cannot be told: the id it came back with is not, or no more, known. It goes on from
     * {@code eventId}, and reads what was said at {@code transcript}.
     */
    @JsonTypeName("resync")
    record Resync(long eventId, String transcript) implements ServerMessage {}

    /** This replica goes away; another one takes over after {@code afterMs}. */
    @JsonTypeName("reconnect")
    record Reconnect(long afterMs) implements ServerMessage {}

    @JsonTypeName("error")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String code, String message, @Nullable Long afterMs) implements ServerMessage {

        public Failure(String code, String message) {
            this(code, message, null);
        }
    }
}
