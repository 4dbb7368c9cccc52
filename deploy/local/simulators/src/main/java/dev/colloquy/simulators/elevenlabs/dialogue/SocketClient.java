package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.Provider;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;

/** A browser at the socket. What is said to and by it goes to the journal, audio and pings left out. */
record SocketClient(ServerWebSocket socket, Journal journal, String conversationId) implements Dialogue.Client {

    @Override
    public void send(JsonObject event) {
        if (!socket.isClosed()) {
            String type = event.getString("type");
            if (!type.equals("audio") && !type.equals("ping")) {
                journal.sent(Provider.ELEVENLABS, "socket " + type, named(event));
            }
            socket.writeTextMessage(event.encode());
        }
    }

    void received(JsonObject message) {
        String type = message.getString("type", "user_audio_chunk");
        if (!type.equals("user_audio_chunk") && !type.equals("pong")) {
            journal.received(Provider.ELEVENLABS, "socket " + type, named(message));
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }

    private JsonObject named(JsonObject message) {
        return new JsonObject().put("conversation_id", conversationId).put("message", message);
    }
}
