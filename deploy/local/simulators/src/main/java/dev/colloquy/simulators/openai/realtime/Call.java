package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.session.BetaNames;
import dev.colloquy.simulators.openai.session.Listener;
import dev.colloquy.simulators.openai.session.Session;
import io.vertx.core.json.JsonObject;

/** One realtime call: a session whose candidate is at the other end of a peer connection. */
final class Call implements CallPeer.Owner {

    private static final short NORMAL_CLOSE = 1000;

    private final String id;
    private final Session session;
    private final CallPeer peer;
    private final Listener dataChannel;
    private String channel = "";
    private boolean left;
    private double loudest;

    Call(String id, Session session, CallPeer peer, boolean beta) {
        this.id = id;
        this.session = session;
        this.peer = peer;
        DataChannel current = new DataChannel(peer);
        this.dataChannel = beta ? new BetaNames(current) : current;
    }

    private record DataChannel(CallPeer peer) implements Listener {

        @Override
        public void send(JsonObject event) {
            peer.send(event.encode());
        }

        @Override
        public void close(short code, String reason) {
            // the peer is closed when the session has ended
        }

        @Override
        public void cutOff() {
            // the peer has been cut off before
        }
    }

    String id() {
        return id;
    }

    Session session() {
        return session;
    }

    CallPeer peer() {
        return peer;
    }

    void hangUp() {
        session.end(NORMAL_CLOSE, "");
    }

    /** The network between everybody breaks: no goodbye to the browser, no closing handshake with the sidebands. */
    void lose() {
        peer.cut();
        session.lose();
    }

    @Override
    public void channelOpened(String label) {
        left = false;
        channel = label;
        session.attach(dataChannel);
    }

    @Override
    public void channelClosed() {
        left = true;
        channel = "";
        session.detach(dataChannel);
    }

    @Override
    public void received(String text) {
        session.receive(dataChannel, text);
    }

    @Override
    public void heard(double loudness, int milliseconds) {
        loudest = Math.max(loudest, loudness);
        session.hear(loudness, milliseconds);
    }

    /** A browser that closed its data channel before has hung up by itself. */
    @Override
    public void lost() {
        if (left) {
            hangUp();
        } else {
            lose();
        }
    }

    JsonObject view() {
        JsonObject config = session.view();
        return new JsonObject()
                .put("call_id", id)
                .put("session_id", config.getString("id"))
                .put("model", config.getString("model"))
                .put("media", peer.carriesMedia())
                .put("data_channel", channel)
                .put("heard_ms", session.heardMilliseconds())
                .put("loudest", loudest);
    }
}
