package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.session.Line;
import dev.colloquy.simulators.speech.Sound;
import dev.colloquy.simulators.speech.Speech;
import io.vertx.core.Future;

/** The model's voice over a socket: it leaves as events, and the client alone knows what was heard. */
record SocketLine(Speech speech) implements Line {

    @Override
    public Future<Sound> voice(String words) {
        return words.isEmpty() ? Future.succeededFuture(Sound.SILENCE) : speech.say(words);
    }

    @Override
    public boolean carriesSoundInEvents() {
        return true;
    }

    @Override
    public void play(Sound sound, Runnable heard) {
        heard.run();
    }

    @Override
    public int silence() {
        return 0;
    }
}
