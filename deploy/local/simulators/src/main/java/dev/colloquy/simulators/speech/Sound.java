package dev.colloquy.simulators.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Spoken words as PCM of 24 kHz, one channel, 16 bits, little-endian. */
public final class Sound {

    public static final int RATE = 24_000;
    public static final Sound SILENCE = new Sound(new byte[0]);

    private static final int BYTES_PER_MILLISECOND = RATE / 1000 * 2;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    private final byte[] pcm;

    public Sound(byte[] pcm) {
        this.pcm = pcm.clone();
    }

    /** A WAV file of any rate. */
    public static Sound read(InputStream file) throws IOException {
        try (AudioInputStream source = AudioSystem.getAudioInputStream(file);
                AudioInputStream converted = AudioSystem.getAudioInputStream(FORMAT, source)) {
            return new Sound(converted.readAllBytes());
        } catch (UnsupportedAudioFileException unreadable) {
            throw new IOException(unreadable);
        }
    }

    public Duration duration() {
        return Duration.ofMillis(pcm.length / BYTES_PER_MILLISECOND);
    }

    public byte[] pcm() {
        return pcm.clone();
    }

    /** So many milliseconds from there; shorter at the end. */
    public byte[] part(int fromMilliseconds, int milliseconds) {
        int from = Math.min(pcm.length, fromMilliseconds * BYTES_PER_MILLISECOND);
        return Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + milliseconds * BYTES_PER_MILLISECOND));
    }

    public byte[] wav() {
        InputStream samples = new ByteArrayInputStream(pcm);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(samples, FORMAT, pcm.length / 2), AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
