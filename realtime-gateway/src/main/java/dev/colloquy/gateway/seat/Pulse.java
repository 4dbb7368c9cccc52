package dev.colloquy.gateway.seat;

import dev.colloquy.gateway.wire.WireConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Pings the clients of this replica, and cuts those that are dead or do not read. */
@ApplicationScoped
class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final int LOOKS_PER_TIMEOUT = 10;

    private final Vertx vertx;
    private final WireConfig config;
    private final InterviewAudience audience;
    private long timer;

    Pulse(Vertx vertx, WireConfig config, InterviewAudience audience) {
        this.vertx = vertx;
        this.config = config;
        this.audience = audience;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pongTimeout().toMillis() / LOOKS_PER_TIMEOUT, _ -> beat());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void beat() {
        var _ = audience.each(this::look).subscribe().with(_ -> {}, e -> LOG.warn("Not all clients pinged", e));
    }

    /** Waits for no ping to be written: one that cannot be is found by the next look. */
    private Uni<Void> look(Seat seat) {
        if (seat.wire().isStalled(config)) {
            seat.cut(Farewell.SLOW_CONSUMER);
        } else if (seat.wire().isSilent(config)) {
            seat.cut(Farewell.PING_TIMEOUT);
        } else if (seat.wire().needsPing(config)) {
            var _ = seat.ping().subscribe().with(_ -> {}, e -> LOG.debugf("A ping was not written: %s", e));
        }
        return Uni.createFrom().voidItem();
    }
}
