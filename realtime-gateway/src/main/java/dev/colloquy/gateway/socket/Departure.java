package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.seat.Farewell;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.gateway.seat.Seat;
import dev.colloquy.gateway.seat.ServerMessage.Reconnect;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** The end of this replica: no new sockets, and those that are open go elsewhere, not all at the same moment. */
@ApplicationScoped
class Departure {

    private static final Logger LOG = Logger.getLogger(Departure.class);

    private final InterviewAudience audience;
    private final SocketConfig config;
    private volatile boolean begun;

    Departure(InterviewAudience audience, SocketConfig config) {
        this.audience = audience;
        this.config = config;
    }

    boolean hasBegun() {
        return begun;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
        var _ = audience.each(this::dismiss)
                .subscribe()
                .with(_ -> LOG.debug("All sockets dismissed"), e -> LOG.warn("Not all sockets dismissed", e));
    }

    /** Sends a socket to another replica. */
    Uni<Void> dismiss(Seat seat) {
        var delay =
                ThreadLocalRandom.current().nextLong(config.reconnectSpread().toMillis() + 1);
        return seat.close(Farewell.RESTART, new Reconnect(delay));
    }
}
