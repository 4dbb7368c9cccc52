package dev.colloquy.simulators.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.speech.EnergyGate.Change;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechTest {

    private static final String SENTENCE = "Tell me about a project you are proud of.";

    @Test
    void speaksAudiblyInTonesWhereNothingElseIsInstalled() {
        Sound sound = new Tones().say(SENTENCE);
        assertTrue(sound.duration().compareTo(Duration.ofSeconds(2)) > 0);
        assertTrue(Loudness.of(sound.pcm()) > 0.05);
        assertArrayEquals(sound.pcm(), new Tones().say(SENTENCE).pcm());
    }

    @Test
    void speaksWithTheInstalledProgramAtOneRate() throws IOException, InterruptedException {
        Optional<Voice> installed = ProgramVoice.installed();
        if (installed.isPresent()) {
            Sound sound = installed.get().say("- " + SENTENCE);
            assertTrue(sound.duration().toMillis() > 1500 && sound.duration().toMillis() < 5000);
            assertTrue(Loudness.of(sound.pcm()) > 0.01);
        }
    }

    @Test
    void fallsBackToTonesWhenTheProgramFails() {
        Vertx vertx = Vertx.vertx();
        try {
            Speech speech = new Speech(vertx, new ProgramVoice(List.of("false"), "-o"));
            Sound sound = speech.say(SENTENCE)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            assertArrayEquals(new Tones().say(SENTENCE).pcm(), sound.pcm());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void hearsWhereSpeechBeginsAndEndsAndNoClicks() {
        EnergyGate gate = new EnergyGate();
        List<Change> changes = new ArrayList<>();
        for (int frame = 0; frame < 200; frame++) {
            boolean click = frame == 5;
            boolean speech = frame >= 20 && frame < 60 || frame >= 75 && frame < 100;
            changes.add(gate.hear(click || speech ? 0.1 : 0.001, 10, 0.5, 500));
        }
        assertEquals(25, changes.indexOf(Change.STARTED));
        assertEquals(149, changes.indexOf(Change.STOPPED));
        assertEquals(2, changes.stream().filter(change -> change != Change.NONE).count());
    }

    @Test
    void cutsSoundIntoPartsAndWritesItAsWav() {
        Sound sound = new Sound(new byte[48 * 25]);
        assertEquals(25, sound.duration().toMillis());
        assertEquals(48 * 10, sound.part(10, 10).length);
        assertEquals(48 * 5, sound.part(20, 10).length);
        assertEquals(0, sound.part(30, 10).length);
        assertEquals(44 + 48 * 25, sound.wav().length);
    }
}
