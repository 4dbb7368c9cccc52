package dev.colloquy.simulators.speech;

import java.io.IOException;

/** Speaks text. The same text always sounds the same. */
@FunctionalInterface
interface Voice {

    /** Blocks until the text is spoken. */
    Sound say(String text) throws IOException, InterruptedException;
}
