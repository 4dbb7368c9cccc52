package dev.colloquy.simulators.openai.peer;

import io.vertx.core.Future;

/** The far end of one WebRTC call. */
public interface CallPeer {

    /** The SDP answer to the offer this peer was made for. */
    Future<String> answer();

    void close();

    /** Makes the peer for an offer; an implementation decides how real its media are. */
    @FunctionalInterface
    interface Factory {
        CallPeer open(SessionDescription offer);
    }
}
