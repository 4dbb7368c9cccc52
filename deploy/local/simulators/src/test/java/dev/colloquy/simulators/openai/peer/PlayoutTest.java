package dev.colloquy.simulators.openai.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.simulators.speech.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayoutTest {

    private static final int FRAME_BYTES = 480;

    private final Playout playout = new Playout();
    private final List<String> heard = new ArrayList<>();

    @Test
    void playsSoundsInOrderInWholeFramesAndSilenceOtherwise() {
        playout.add(sound(25), () -> heard.add("first"));
        playout.add(sound(10), () -> heard.add("second"));
        for (int frame = 0; frame < 3; frame++) {
            assertEquals(List.of(), heard);
            assertEquals(FRAME_BYTES, playout.nextFrame().length);
        }
        assertEquals(List.of("first"), heard);
        assertEquals(1, playout.nextFrame()[0]);
        assertEquals(List.of("first", "second"), heard);
        assertEquals(0, playout.nextFrame()[0]);
    }

    @Test
    void tellsHowMuchWasPlayedWhenItIsSilenced() {
        playout.add(sound(500), () -> heard.add("all"));
        for (int frame = 0; frame < 12; frame++) {
            playout.nextFrame();
        }
        assertEquals(120, playout.clear());
        assertEquals(0, playout.nextFrame()[0]);
        assertEquals(List.of(), heard);
    }

    private static Sound sound(int milliseconds) {
        byte[] pcm = new byte[48 * milliseconds];
        Arrays.fill(pcm, (byte) 1);
        return new Sound(pcm);
    }
}
