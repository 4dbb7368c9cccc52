package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.session.Line;
import dev.colloquy.simulators.speech.Sound;
import dev.colloquy.simulators.speech.Speech;
import io.vertx.core.Future;

/** The model's voice over a call. Where the peer carries no media, nobody speaks. */
record PeerLine(CallPeer peer, Speech speech) implements Line {

    @Override
    public Future<Sound> voice(String words) {
        return peer.carriesMedia() && !words.isEmpty() ? speech.say(words) : Future.succeededFuture(Sound.SILENCE);
    }

    @Override
    public boolean carriesSoundInEvents() {
        return false;
    }

    @Override
    public void play(Sound sound, Runnable heard) {
        peer.play(sound, heard);
    }

    @Override
    public int silence() {
        return peer.silence();
    }
}
