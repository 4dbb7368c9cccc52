package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.script.Scripts;
import dev.colloquy.simulators.script.Turn.Speaker;
import dev.colloquy.simulators.speech.Loudness;
import dev.colloquy.simulators.speech.Sound;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says: the text itself if it was spoken by this process, nothing if it is silent, and otherwise as
 * many words of the scripted candidate as there was time for. The same recording always says the same.
 */
final class Recognizer {

    private static final String RECORDINGS = "transcriptions";
    private static final int REMEMBERED = 200;
    private static final double SILENCE = 0.005;
    private static final double WORDS_PER_SECOND = 2.5;

    private final Scripts scripts;
    private final Map<ByteBuffer, String> spoken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    Recognizer(Scripts scripts) {
        this.scripts = scripts;
    }

    void remember(Sound sound, String text) {
        spoken.put(ByteBuffer.wrap(sound.pcm()), text);
    }

    String recognize(Sound sound) {
        byte[] pcm = sound.pcm();
        @Nullable String known = spoken.get(ByteBuffer.wrap(pcm));
        if (known != null) {
            return known;
        }
        if (Loudness.of(pcm) < SILENCE) {
            return "";
        }
        long words = Math.max(1, Math.round(sound.duration().toMillis() / 1000.0 * WORDS_PER_SECOND));
        return scripts.of(RECORDINGS).lines(Speaker.CANDIDATE).stream()
                .flatMap(message -> Stream.of(message.split("\\s+", -1)))
                .limit(words)
                .collect(Collectors.joining(" "));
    }
}
