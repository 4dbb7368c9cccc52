package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.Future;

/** How the model's voice reaches the candidate. */
public interface Line {

    /** The words as sound; an empty one where nobody can hear. */
    Future<Sound> voice(String words);

    /** Whether sound travels as events ({@code response.output_audio.delta}); nobody knows then how much was heard. */
    boolean carriesSoundInEvents();

    /** Lets the candidate hear the sound, and tells when all of it was heard. */
    void play(Sound sound, Runnable heard);

    /** Stops playing and answers how many milliseconds of the sound were heard. */
    int silence();
}
