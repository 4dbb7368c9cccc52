package dev.colloquy.gateway.sideband;

import dev.colloquy.gateway.call.CallPlaced;
import dev.colloquy.gateway.call.FollowedCall;
import dev.colloquy.gateway.call.FollowedCalls;
import dev.colloquy.gateway.call.SessionConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All calls that this replica follows: those it has placed, and those whose replica stopped following them. A call has one
 * follower; one that hangs loses it.
 */
@ApplicationScoped
class Sidebands {

    private static final Logger LOG = Logger.getLogger(Sidebands.class);
    /** A session with a long resume and a long conversation. */
    private static final int LONGEST_EVENT = 4 * 1024 * 1024;

    private final SidebandParts parts;
    private final FollowedCalls followed;
    private final WebSocketClient client;
    private final Map<String, Sideband> open = new ConcurrentHashMap<>();
    private volatile long timer;
    private volatile boolean busy;
    private volatile boolean leaving;

    Sidebands(SidebandParts parts, FollowedCalls followed, MeterRegistry meters) {
        this.parts = parts;
        this.followed = followed;
        this.client = parts.vertx()
                .createWebSocketClient(new WebSocketClientOptions()
                        .setMaxFrameSize(LONGEST_EVENT)
                        .setMaxMessageSize(LONGEST_EVENT)
                        .setMaxConnections(Integer.MAX_VALUE));
        Gauge.builder("colloquy.gateway.calls.followed", open, Map::size)
                .description("Calls that this replica follows")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        timer = parts.vertx().setPeriodic(parts.config().followInterval().toMillis(), _ -> keep());
    }

    void placed(@Observes CallPlaced placed) {
        follow(placed.call(), placed.session());
    }

    /** Others go on before this replica stops. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaveAll();
    }

    void stop(@Observes ShutdownEvent event) {
        parts.vertx().cancelTimer(timer);
        leaveAll();
    }

    private void leaveAll() {
        if (leaving) {
            return;
        }
        leaving = true;
        leave(open.keySet());
        parts.work()
                .run(followed::release)
                .onFailure(e -> LOG.warnf("Calls are left to others only when their leases end: %s", e));
    }

    private void keep() {
        if (busy || leaving) {
            return;
        }
        busy = true;
        parts.work()
                .run(this::renewAndClaim)
                .onFailure(e -> LOG.warnf("Calls that nobody follows are not looked for: %s", e))
                .onComplete(_ -> busy = false);
    }

    private Uni<Void> renewAndClaim() {
        var mine = Set.copyOf(open.keySet());
        return (mine.isEmpty() ? Uni.createFrom().item(Set.<String>of()) : followed.renew(mine))
                .invoke(kept ->
                        leave(mine.stream().filter(call -> !kept.contains(call)).toList()))
                .chain(followed::claim)
                .invoke(this::takeOver)
                .replaceWithVoid();
    }

    private void takeOver(List<FollowedCall> calls) {
        parts.metrics().takenOver(calls.size());
        calls.forEach(call -> follow(call, null));
    }

    private void follow(FollowedCall call, @Nullable SessionConfig agreed) {
        if (leaving) {
            return;
        }
        open.computeIfAbsent(call.callId(), id -> new Sideband(call, agreed, parts, client, () -> open.remove(id)));
    }

    private void leave(Iterable<String> calls) {
        for (var call : calls) {
            var sideband = open.remove(call);
            if (sideband != null) {
                sideband.leave();
            }
        }
    }
}
