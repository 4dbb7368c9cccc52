package dev.colloquy.simulators.livekit.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Checksum;

/**
 * Writes a valid Ogg Opus file (RFC 7845) of silence: a head page, a tags page, then pages of 20 ms packets. Each packet
 * is the well-known three bytes of a silent 20 ms CELT frame, so an hour takes about 720 KB.
 */
public final class SilentOgg {

    private static final int SERIAL = 0x434F4C4C;
    private static final int SAMPLES_PER_PACKET = 960;
    private static final int PACKETS_PER_PAGE = 50;
    private static final int FIRST_PAGE = 2;
    private static final int LAST_PAGE = 4;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int channels;
    private int page;

    private SilentOgg(int channels) {
        this.channels = channels;
    }

    public static byte[] lasting(Duration duration, int channels) {
        return new SilentOgg(channels).write(Math.max(1, (duration.toMillis() + 19) / 20));
    }

    private byte[] write(long packets) {
        page(FIRST_PAGE, 0, 1, head());
        page(0, 0, 1, tags());
        long written = 0;
        while (written < packets) {
            int count = (int) Math.min(PACKETS_PER_PAGE, packets - written);
            written += count;
            page(written == packets ? LAST_PAGE : 0, written * SAMPLES_PER_PACKET, count, silence());
        }
        return file.toByteArray();
    }

    private byte[] head() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) 0)
                .putInt(48_000)
                .array();
    }

    private static byte[] tags() {
        byte[] vendor = "Colloquy simulator".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    private byte[] silence() {
        int stereo = channels == 2 ? 4 : 0;
        return new byte[] {(byte) (0xF8 | stereo), (byte) 0xFF, (byte) 0xFE};
    }

    /** One page with the same packet {@code count} times; the checksum is computed with its own field at zero. */
    private void page(int flags, long granule, int count, byte[] packet) {
        ByteBuffer bytes = ByteBuffer.allocate(27 + count + count * packet.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(SERIAL)
                .putInt(page)
                .putInt(0)
                .put((byte) count);
        page++;
        for (int i = 0; i < count; i++) {
            bytes.put((byte) packet.length);
        }
        for (int i = 0; i < count; i++) {
            bytes.put(packet);
        }
        Checksum checksum = new OggChecksum();
        checksum.update(bytes.array());
        bytes.putInt(22, (int) checksum.getValue());
        file.writeBytes(bytes.array());
    }
}
