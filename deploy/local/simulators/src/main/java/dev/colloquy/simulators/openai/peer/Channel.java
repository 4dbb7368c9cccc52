package dev.colloquy.simulators.openai.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A data channel of the browser, whatever its label. Lives on its peer's thread. */
final class Channel implements RTCDataChannelObserver {

    private static final Logger LOG = Logger.getLogger(Channel.class.getName());

    private final RTCDataChannel channel;
    private final CallPeer.Owner owner;
    private final Executor thread;
    private final Executor eventLoop;
    private boolean open;

    Channel(RTCDataChannel channel, CallPeer.Owner owner, Executor thread, Executor eventLoop) {
        this.channel = channel;
        this.owner = owner;
        this.thread = thread;
        this.eventLoop = eventLoop;
    }

    /** It may be open already when it is first seen: both ways lead to one "opened". */
    void observe() {
        channel.registerObserver(this);
        follow();
    }

    void send(String text) {
        if (!open) {
            return;
        }
        try {
            channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), false));
        } catch (Exception failure) {
            LOG.log(Level.FINE, "the data channel takes no more", failure);
        }
    }

    void close() {
        open = false;
        channel.unregisterObserver();
    }

    @Override
    public void onBufferedAmountChange(long before) {
        // events are small
    }

    @Override
    public void onStateChange() {
        thread.execute(this::follow);
    }

    /** The memory is the library's: it is read before this returns. */
    @Override
    public void onMessage(RTCDataChannelBuffer buffer) {
        String text = StandardCharsets.UTF_8.decode(buffer.data).toString();
        eventLoop.execute(() -> owner.received(text));
    }

    private void follow() {
        RTCDataChannelState state = channel.getState();
        if (state == RTCDataChannelState.OPEN && !open) {
            open = true;
            String label = channel.getLabel();
            eventLoop.execute(() -> owner.channelOpened(label));
        } else if (state == RTCDataChannelState.CLOSED && open) {
            open = false;
            eventLoop.execute(owner::channelClosed);
        }
    }
}
