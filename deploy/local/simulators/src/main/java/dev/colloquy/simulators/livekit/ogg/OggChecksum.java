package dev.colloquy.simulators.livekit.ogg;

import java.util.zip.Checksum;

/** Ogg's CRC-32: polynomial 0x04C11DB7, not reflected, starting at zero (the JDK's CRC32 is the reflected one). */
final class OggChecksum implements Checksum {

    private static final int POLYNOMIAL = 0x04C11DB7;

    private int value;

    @Override
    public void update(int next) {
        value ^= (next & 0xFF) << 24;
        for (int bit = 0; bit < 8; bit++) {
            value = value < 0 ? (value << 1) ^ POLYNOMIAL : value << 1;
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            update(bytes[i]);
        }
    }

    @Override
    public long getValue() {
        return value & 0xFFFFFFFFL;
    }

    @Override
    public void reset() {
        value = 0;
    }
}
