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

    /** Messages a second that a socket may send for long. */
    @WithDefault("20")
    @Min(1)
    int messagesPerSecond();

    /** Messages a socket may send at once. */
    @WithDefault("40")
    @Min(1)
    int burst();

    /** The longest time a client is told to wait before it reconnects; spread so that they do not all come at once. */
    @WithDefault("3s")
    Duration reconnectSpread();
}
