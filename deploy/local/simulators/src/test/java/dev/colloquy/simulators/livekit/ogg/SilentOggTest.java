package dev.colloquy.simulators.livekit.ogg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilentOggTest {

    @Test
    void everyPageIsChecksummedAndTheLastOneTellsTheDuration() {
        byte[] file = SilentOgg.lasting(Duration.ofMillis(2_500), 2);
        int offset = 0;
        long granule = 0;
        int flags = 0;
        while (offset < file.length) {
            ByteBuffer page =
                    ByteBuffer.wrap(file, offset, file.length - offset).slice().order(ByteOrder.LITTLE_ENDIAN);
            int segments = page.get(26);
            int body = 0;
            for (int i = 0; i < segments; i++) {
                body += page.get(27 + i);
            }
            int length = 27 + segments + body;
            byte[] bytes = Arrays.copyOfRange(file, offset, offset + length);
            int stored = page.getInt(22);
            Arrays.fill(bytes, 22, 26, (byte) 0);
            OggChecksum checksum = new OggChecksum();
            checksum.update(bytes, 0, bytes.length);
            assertEquals(stored, (int) checksum.getValue());
            granule = page.getLong(6);
            flags = page.get(5);
            offset += length;
        }
        assertEquals(48_000 * 5 / 2, granule);
        assertEquals(4, flags);
        assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("OpusHead\u0001\u0002"));
    }

    /** The catalogue's check value of CRC-32/CKSUM before its final complement. */
    @Test
    void checksumStartsAtZeroAndIsNotReflected() {
        OggChecksum checksum = new OggChecksum();
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        checksum.update(digits, 0, digits.length);
        assertEquals(0x89A1897FL, checksum.getValue());
    }
}
