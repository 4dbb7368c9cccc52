package dev.colloquy.gateway.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;

/** Who may open a socket and how much it may say. */
@ConfigMapping(prefix = "colloquy.gateway.socket")
public interface SocketConfig {

    /** The origins of web pages that may open sockets. */
    Set<String> allowedOrigins();

    /** Whether a client that sends no Origin, and so is no browser, may open one. */
    @WithDefault("true")
    boolean allowAbsentOrigin();

    /** Frames a second that a socket may send for long: messages, pings, parts of messages. */
    @WithDefault("20")
    @Min(1)
    int messagesPerSecond();

    /** Frames a socket may send at once. */
    @WithDefault("40")
    @Min(1)
    int burst();

    /** Sockets a replica has room for; more are refused with 503. */
    @WithDefault("10000")
    @Min(1)
    int maxSockets();

    /** Sockets of one tenant on a replica; more are refused with 429. */
    @WithDefault("5000")
    @Min(1)
    int maxSocketsPerTenant();

    /** Sockets of one interview on a replica, while older ones are still being closed; more are refused with 429. */
    @WithDefault("5")
    @Min(1)
    int maxSocketsPerInterview();

    /** The longest time a client is told to wait before it reconnects; spread so that they do not all come at once. */
    @WithDefault("3s")
    Duration reconnectSpread();
}
