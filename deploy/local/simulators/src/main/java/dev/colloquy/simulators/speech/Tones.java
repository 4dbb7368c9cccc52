package dev.colloquy.simulators.speech;

import java.util.List;

/** Where no speech program is installed: one tone a word, its pitch and length following from the word. */
final class Tones implements Voice {

    private static final int LOWEST_HERTZ = 180;
    private static final int PITCHES = 16;
    private static final int HERTZ_BETWEEN = 15;
    private static final int MILLISECONDS_PER_LETTER = 55;
    private static final int GAP_MILLISECONDS = 40;
    private static final int SAMPLES_PER_MILLISECOND = Sound.RATE / 1000;
    private static final double AMPLITUDE = 8000;

    @Override
    public Sound say(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        byte[] pcm = new byte[2 * words.stream().mapToInt(Tones::samples).sum()];
        int sample = 0;
        for (String word : words) {
            write(word, pcm, sample);
            sample += samples(word);
        }
        return new Sound(pcm);
    }

    private static int samples(String word) {
        return (word.length() * MILLISECONDS_PER_LETTER + GAP_MILLISECONDS) * SAMPLES_PER_MILLISECOND;
    }

    private static void write(String word, byte[] pcm, int from) {
        int hertz = LOWEST_HERTZ + Math.floorMod(word.hashCode(), PITCHES) * HERTZ_BETWEEN;
        int audible = samples(word) - GAP_MILLISECONDS * SAMPLES_PER_MILLISECOND;
        for (int i = 0; i < audible; i++) {
            int value = (int) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / Sound.RATE));
            pcm[2 * (from + i)] = (byte) value;
            pcm[2 * (from + i) + 1] = (byte) (value >> 8);
        }
    }
}
