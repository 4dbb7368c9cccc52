package dev.colloquy.gateway.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** Where and with what to connect; {@code mode} {@code hybrid}: control by the socket, media straight to the provider. */
record InterviewStartView(
        @JsonProperty("webrtc_server_url") String webrtcServerUrl,
        String ticket,
        @JsonProperty("expires_at") Instant expiresAt,
        String mode,
        List<IceServer> iceServers) {

    record IceServer(List<String> urls) {}

    static InterviewStartView of(IssuedTicket ticket, TicketConfig config) {
        return new InterviewStartView(
                config.socketUrl().toString().replaceFirst("^http", "ws"),
                ticket.secret(),
                ticket.expiresAt(),
                "hybrid",
                config.iceServers().map(urls -> List.of(new IceServer(urls))).orElse(List.of()));
    }
}
