package dev.colloquy.simulators.speech;

/** How loud a piece of PCM is: the root of the mean square, from 0 to 1. */
public final class Loudness {

    private Loudness() {}

    /** 16 bits, little-endian. */
    public static double of(byte[] pcm) {
        double squares = 0;
        int samples = pcm.length / 2;
        for (int i = 0; i < samples; i++) {
            double value = ((pcm[2 * i + 1] << 8) | (pcm[2 * i] & 0xff)) / 32768.0;
            squares += value * value;
        }
        return samples == 0 ? 0 : Math.sqrt(squares / samples);
    }
}
