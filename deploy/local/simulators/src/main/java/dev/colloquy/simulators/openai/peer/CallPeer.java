package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.Future;

/** The far end of one WebRTC call. Used from the event loop. */
public interface CallPeer {

    /** Goes live: the SDP answer to the offer this peer was made for. */
    Future<String> answer(Owner owner);

    /** Whether anybody can be heard; a call without media is signalling only. */
    boolean carriesMedia();

    /** Sends text over the data channel. */
    void send(String text);

    /** Plays after what is playing already, and tells when all of it was played. */
    void play(Sound sound, Runnable heard);

    /** Stops playing; answers how many milliseconds of the last sound were played. */
    int silence();

    void close();

    /** Nothing passes between the browser and the peer any more, as if the network were gone. */
    void cut();

    /** Who is told, on the event loop, what the browser does. */
    interface Owner {

        void channelOpened(String label);

        void channelClosed();

        void received(String text);

        void heard(double loudness, int milliseconds);

        void lost();
    }

    /** Makes the peer for an offer. */
    @FunctionalInterface
    interface Factory {
        Future<CallPeer> open(SessionDescription offer);
    }
}
