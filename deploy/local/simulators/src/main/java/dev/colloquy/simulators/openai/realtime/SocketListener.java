package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.session.Listener;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.impl.ConnectionBase;

/** A client at the other end of a WebSocket. */
record SocketListener(ServerWebSocket socket, HttpConnection connection) implements Listener {

    @Override
    public void send(JsonObject event) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(event.encode());
        }
    }

    @Override
    public void close(short code, String reason) {
        if (!socket.isClosed()) {
            socket.close(code, reason);
        }
    }

    /** Vert.x's public interface knows no way to end a WebSocket without its closing handshake. */
    @Override
    public void cutOff() {
        var _ = ((ConnectionBase) connection).channelHandlerContext().close();
    }
}
