package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.ByteString;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import io.vertx.core.json.JsonArray;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was sent in one room, the newest hundred. A nonce that was seen is not delivered again. */
final class DataPackets {

    private static final int REMEMBERED = 100;
    private static final int NONCE_BYTES = 16;

    private final Deque<DataMessage> messages = new ArrayDeque<>();

    static void checkNonce(ByteString nonce) {
        if (!nonce.isEmpty() && nonce.size() != NONCE_BYTES) {
            throw new TwirpError(
                    Code.INVALID_ARGUMENT, "nonce should be 16-bytes or not present, got: " + nonce.size() + " bytes");
        }
    }

    boolean seen(ByteString nonce) {
        return !nonce.isEmpty()
                && messages.stream()
                        .anyMatch(message -> message.packet().getNonce().equals(nonce));
    }

    void add(DataMessage message) {
        if (messages.size() == REMEMBERED) {
            messages.removeFirst();
        }
        messages.addLast(message);
    }

    JsonArray view() {
        return new JsonArray(messages.stream().map(DataMessage::view).toList());
    }
}
