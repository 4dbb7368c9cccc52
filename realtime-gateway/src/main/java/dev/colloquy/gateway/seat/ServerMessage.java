package dev.colloquy.gateway.seat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

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

    /** This replica goes away; another one takes over after {@code afterMs}. */
    @JsonTypeName("reconnect")
    record Reconnect(long afterMs) implements ServerMessage {}

    @JsonTypeName("error")
    record Failure(String code, String message) implements ServerMessage {}
}
