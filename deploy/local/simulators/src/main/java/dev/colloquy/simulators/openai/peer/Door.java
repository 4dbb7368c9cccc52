package dev.colloquy.simulators.openai.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one socket of a peer: what comes from a browser's address goes on from a socket of its own, and what
 * comes back there goes to that address. Lives on the wires' thread.
 */
final class Door {

    private final Wires wires;
    private final InetSocketAddress peer;
    private final DatagramChannel outside;
    private final Map<SocketAddress, DatagramChannel> inside = new HashMap<>();

    Door(Wires wires, InetSocketAddress peer) throws IOException {
        this.wires = wires;
        this.peer = peer;
        this.outside = bind();
        wires.listen(outside, this::comeIn);
    }

    int port() throws IOException {
        return ((InetSocketAddress) outside.getLocalAddress()).getPort();
    }

    void shut() throws IOException {
        outside.close();
        for (DatagramChannel channel : inside.values()) {
            channel.close();
        }
    }

    private void comeIn(ByteBuffer buffer) throws IOException {
        @Nullable SocketAddress browser = outside.receive(buffer.clear());
        while (browser != null) {
            inside(browser).write(buffer.flip());
            browser = outside.receive(buffer.clear());
        }
    }

    private void goOut(DatagramChannel from, SocketAddress browser, ByteBuffer buffer) throws IOException {
        while (from.read(buffer.clear()) > 0) {
            outside.send(buffer.flip(), browser);
        }
    }

    private DatagramChannel inside(SocketAddress browser) throws IOException {
        @Nullable DatagramChannel known = inside.get(browser);
        if (known != null) {
            return known;
        }
        DatagramChannel made = bind().connect(peer);
        inside.put(browser, made);
        wires.listen(made, buffer -> goOut(made, browser, buffer));
        return made;
    }

    private DatagramChannel bind() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        return channel.bind(new InetSocketAddress(peer.getAddress(), 0));
    }
}
