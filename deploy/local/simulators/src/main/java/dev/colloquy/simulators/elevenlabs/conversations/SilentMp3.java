package dev.colloquy.simulators.elevenlabs.conversations;

import java.nio.ByteBuffer;
import java.time.Duration;

/** Writes a valid MP3 of silence: MPEG-1 Layer III frames, 32 kbit/s, 44.1 kHz, mono, with all side information zero. */
public final class SilentMp3 {

    private static final byte[] HEADER = {(byte) 0xFF, (byte) 0xFB, 0x10, (byte) 0xC0};
    private static final int FRAME_BYTES = 104;
    private static final double FRAME_SECONDS = 1152 / 44_100.0;

    private SilentMp3() {}

    /** As long as the conversation was. */
    public static byte[] of(Conversation conversation) {
        return lasting(Duration.ofSeconds(conversation.durationSeconds()));
    }

    static byte[] lasting(Duration duration) {
        int frames = Math.max(1, (int) Math.ceil(duration.toMillis() / 1000.0 / FRAME_SECONDS));
        ByteBuffer file = ByteBuffer.allocate(frames * FRAME_BYTES);
        for (int frame = 0; frame < frames; frame++) {
            file.put(frame * FRAME_BYTES, HEADER);
        }
        return file.array();
    }
}
