package dev.colloquy.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.colloquy.gateway.transcript.Turn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a candidate's client says; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ClientMessage.SdpOffer.class),
    @JsonSubTypes.Type(ClientMessage.IceCandidate.class),
    @JsonSubTypes.Type(ClientMessage.Transcript.class),
    @JsonSubTypes.Type(ClientMessage.Heartbeat.class),
    @JsonSubTypes.Type(ClientMessage.EndInterview.class)
})
sealed interface ClientMessage {

    /** Asks for a call; answered by {@code sdp_answer} or {@code error}. */
    @JsonTypeName("sdp_offer")
    record SdpOffer(String sdp) implements ClientMessage {
        public SdpOffer {
            Objects.requireNonNull(sdp);
        }
    }

    /** A candidate found after the offer. The provider takes none, its own address is in the answer. */
    @JsonTypeName("ice_candidate")
    record IceCandidate(
            @Nullable String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex) implements ClientMessage {}

    /** Turns the client has heard; answered by {@code ack} once they are stored, or by {@code error}. */
    @JsonTypeName("transcript")
    record Transcript(List<Turn> entries) implements ClientMessage {

        private static final int MOST = 100;

        public Transcript {
            if (entries == null || entries.isEmpty() || entries.size() > MOST || entries.contains(null)) {
                throw new IllegalArgumentException("entries");
            }
        }
    }

    @JsonTypeName("heartbeat")
    record Heartbeat() implements ClientMessage {}

    @JsonTypeName("end_interview")
    record EndInterview() implements ClientMessage {}
}
