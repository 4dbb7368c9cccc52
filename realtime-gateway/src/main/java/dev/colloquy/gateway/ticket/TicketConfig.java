package dev.colloquy.gateway.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a browser is told before it connects. */
@ConfigMapping(prefix = "colloquy.gateway.ticket")
public interface TicketConfig {

    /** How long a ticket can be used. */
    @WithDefault("30s")
    Duration lifetime();

    /** Where the socket is, as browsers see it; http(s) is answered as ws(s). */
    URI socketUrl();

    /** Addresses of STUN servers, such as {@code stun:stun.example.org:3478}. */
    Optional<List<String>> iceServers();
}
