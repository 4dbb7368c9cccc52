package dev.colloquy.simulators.openai.peer;

import dev.colloquy.simulators.speech.Sound;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a peer plays, in frames of 10 ms: the sounds in order, silence otherwise. */
final class Playout {

    static final int FRAME_MILLISECONDS = 10;
    static final int FRAME_SAMPLES = Sound.RATE / 1000 * FRAME_MILLISECONDS;

    private static final int FRAME_BYTES = FRAME_SAMPLES * 2;

    private final Queue<Part> waiting = new ArrayDeque<>();
    private int played;

    private record Part(Sound sound, Runnable heard) {}

    synchronized void add(Sound sound, Runnable heard) {
        if (waiting.isEmpty()) {
            played = 0;
        }
        waiting.add(new Part(sound, heard));
    }

    synchronized int clear() {
        waiting.clear();
        return played;
    }

    synchronized byte[] nextFrame() {
        @Nullable Part part = waiting.peek();
        if (part == null) {
            return new byte[FRAME_BYTES];
        }
        byte[] frame = part.sound().part(played, FRAME_MILLISECONDS);
        played += FRAME_MILLISECONDS;
        if (played >= part.sound().duration().toMillis()) {
            waiting.remove();
            played = waiting.isEmpty() ? played : 0;
            part.heard().run();
        }
        return Arrays.copyOf(frame, FRAME_BYTES);
    }
}
