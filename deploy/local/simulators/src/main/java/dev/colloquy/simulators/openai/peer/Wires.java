package dev.colloquy.simulators.openai.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread that carries the datagrams of all calls. */
final class Wires {

    private static final Logger LOG = Logger.getLogger(Wires.class.getName());
    private static final int LARGEST_DATAGRAM = 64 * 1024;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    Wires() {
        try {
            selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofPlatform().daemon().name("webrtc-wires").start(this::run);
    }

    /** Carries on what has arrived, through the buffer. */
    interface Carrier {
        void carry(ByteBuffer buffer) throws IOException;
    }

    void listen(DatagramChannel channel, Carrier carrier) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, carrier);
        selector.wakeup();
    }

    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try {
            while (selector.isOpen()) {
                selector.select(key -> carry(key, buffer));
                for (@Nullable Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
        } catch (IOException failure) {
            LOG.log(Level.SEVERE, "no call has media any more", failure);
        }
    }

    /** A datagram that cannot be delivered is lost, as datagrams are. */
    private static void carry(SelectionKey key, ByteBuffer buffer) {
        try {
            ((Carrier) key.attachment()).carry(buffer);
        } catch (IOException | CancelledKeyException lost) {
            LOG.log(Level.FINEST, "a datagram is lost", lost);
        }
    }
}
