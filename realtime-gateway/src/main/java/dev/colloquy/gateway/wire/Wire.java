package dev.colloquy.gateway.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The connection below a socket, where frames are counted before they become messages: what is still to be written to it,
 * when it last showed life, and its sudden end. The framework's own way to close writes a frame first, which a client
 * that does not read would never let go.
 */
public final class Wire {

    private static final int SEND_BUFFER = 64 * 1024;
    private static final int MOST_UNWRITTEN = 256;

    private final Channel channel;
    private final Clock clock;
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile long progressAt;
    private volatile long lifeAt;
    private volatile long pingAt;
    private volatile long unansweredAt;
    private volatile IntConsumer onBreach;

    private Wire(Channel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
        this.onBreach = _ -> cut();
        this.pingAt = clock.millis();
        this.lifeAt = pingAt;
    }

    /** Counts the frames of a connection that is about to become a socket. */
    public static Wire of(HttpServerRequest request, FloodGuard guard, Clock clock) {
        var connection = (HttpServerConnection) request.connection();
        var channel = connection.channel();
        var wire = new Wire(channel, clock);
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        var reader = connection.channelHandlerContext().name();
        channel.pipeline()
                .addBefore(reader, "text", new Utf8FrameValidator(false))
                .addBefore(reader, "frames", new FrameCounter(guard, wire));
        return wire;
    }

    /** Does something when the connection is gone. */
    public void onEnd(Runnable action) {
        var _ = channel.closeFuture().addListener(_ -> action.run());
    }

    /** Does something, with the close code for it, when the client breaks a rule of frames. */
    public void onBreach(IntConsumer action) {
        onBreach = action;
    }

    void breach(int code) {
        onBreach.accept(code);
    }

    void showLife() {
        lifeAt = clock.millis();
    }

    /** Writes, unless more is waiting than anybody should be behind. */
    public Uni<Void> write(Supplier<Uni<Void>> frame) {
        var before = unwritten.getAndIncrement();
        if (before == 0) {
            progressAt = clock.millis();
        }
        if (before >= MOST_UNWRITTEN) {
            unwritten.decrementAndGet();
            cut();
            return Uni.createFrom().voidItem();
        }
        return frame.get().onTermination().invoke(this::written);
    }

    private void written() {
        progressAt = clock.millis();
        unwritten.decrementAndGet();
    }

    public Uni<Void> ping(Supplier<Uni<Void>> frame) {
        pingAt = clock.millis();
        if (lifeAt >= unansweredAt) {
            unansweredAt = pingAt;
        }
        return write(frame);
    }

    public boolean needsPing(WireConfig config) {
        return clock.millis() - pingAt >= config.pingInterval().toMillis();
    }

    /** Whether nothing has come since a ping that should have been answered by now. */
    public boolean isSilent(WireConfig config) {
        return lifeAt < unansweredAt
                && clock.millis() - unansweredAt >= config.pongTimeout().toMillis();
    }

    /** Whether something waits and nothing of it can be written. */
    public boolean isStalled(WireConfig config) {
        return unwritten.get() > 0
                && clock.millis() - progressAt >= config.stallTimeout().toMillis();
    }

    /** Ends the connection at once, whatever is unwritten: by its first part, as the others would write a close frame. */
    public void cut() {
        var first = channel.pipeline().firstContext();
        var _ = first == null ? channel.close() : first.close();
    }

    public void cutAfter(long millis) {
        var _ = channel.eventLoop().schedule(this::cut, millis, TimeUnit.MILLISECONDS);
    }
}
