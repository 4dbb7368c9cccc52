package dev.colloquy.booking.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seat: where to connect and with what; the two most needed also under the names of LiveKit's token sources. */
record ConnectionView(
        @Nullable String serverUrl,
        String roomName,
        String participantName,
        @Nullable String participantToken,
        InterviewId sessionId,
        String sessionToken,
        Provider provider,
        List<IceServer> iceServers) {

    record IceServer(List<String> urls) {}

    @JsonProperty("server_url")
    @Nullable
    String serverUrlOfTokenSource() {
        return serverUrl;
    }

    @JsonProperty("participant_token")
    @Nullable
    String participantTokenOfTokenSource() {
        return participantToken;
    }

    @Override
    public String toString() {
        return "ConnectionView[hidden]";
    }
}
