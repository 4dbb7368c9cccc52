package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Real WebRTC where its native library can be loaded, signalling only where not. */
public final class WebRtcPeers implements CallPeer.Factory {

    private static final Logger LOG = Logger.getLogger(WebRtcPeers.class.getName());
    private static final String MISSING = """
            realtime calls carry no sound: the WebRTC library cannot be loaded ({0}). \
            On Debian it needs libpulse0 libudev1 libx11-6 libxfixes3 libxrandr2 libxcomposite1 libdbus-1-3\
            """;

    private final Vertx vertx;
    private final Ids ids;
    private final Equipment equipment;
    private final Future<Boolean> usable;

    /**
     * Loads the library in the background: that takes half a second.
     *
     * @param patience how long a browser may take to connect
     */
    public WebRtcPeers(Vertx vertx, Ids ids, Duration patience) {
        this.vertx = vertx;
        this.ids = ids;
        this.equipment = new Equipment(new Slots(), new Wires(), pacer(), patience);
        this.usable = vertx.executeBlocking(this::load, false);
    }

    @Override
    public Future<CallPeer> open(SessionDescription offer) {
        return usable.compose(real -> real ? openReal(offer) : Future.succeededFuture(new SignallingPeer(offer, ids)));
    }

    private Future<CallPeer> openReal(SessionDescription offer) {
        return vertx.executeBlocking(equipment.slots()::take, false)
                .map(slot -> new WebRtcPeer(offer, vertx.getOrCreateContext(), slot, equipment));
    }

    private static ScheduledExecutorService pacer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webrtc-pacer").factory());
    }

    private boolean load() {
        try {
            equipment.slots().giveBack(new Slot());
            return true;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | RuntimeException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.log(Level.WARNING, MISSING, String.valueOf(cause.getMessage()));
            return false;
        }
    }
}
