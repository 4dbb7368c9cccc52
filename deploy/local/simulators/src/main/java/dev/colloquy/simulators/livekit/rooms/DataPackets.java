package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.ByteString;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import livekit.LivekitRoom.SendDataRequest;

/** What the server sent into one room, the newest hundred. A nonce that was seen is not delivered again. */
final class DataPackets {

    private static final int REMEMBERED = 100;
    private static final int NONCE_BYTES = 16;

    private record Packet(Instant at, SendDataRequest request, List<String> receivers) {

        JsonObject view() {
            return new JsonObject()
                    .put("at", at.toString())
                    .put("topic", request.getTopic())
                    .put("kind", request.getKind().name())
                    .put("destination_identities", new JsonArray(request.getDestinationIdentitiesList()))
                    .put("received_by", new JsonArray(receivers))
                    .put("text", request.getData().toString(StandardCharsets.UTF_8))
                    .put(
                            "data",
                            Base64.getEncoder().encodeToString(request.getData().toByteArray()));
        }
    }

    private final Deque<Packet> packets = new ArrayDeque<>();

    static void checkNonce(ByteString nonce) {
        if (!nonce.isEmpty() && nonce.size() != NONCE_BYTES) {
            throw new TwirpError(
                    Code.INVALID_ARGUMENT, "nonce should be 16-bytes or not present, got: " + nonce.size() + " bytes");
        }
    }

    boolean seen(ByteString nonce) {
        return !nonce.isEmpty()
                && packets.stream().anyMatch(packet -> packet.request.getNonce().equals(nonce));
    }

    /** The answer is how it is shown. */
    JsonObject add(Instant at, SendDataRequest request, List<String> receivers) {
        if (packets.size() == REMEMBERED) {
            packets.removeFirst();
        }
        packets.addLast(new Packet(at, request, receivers));
        return packets.getLast().view();
    }

    JsonArray view() {
        return new JsonArray(packets.stream().map(Packet::view).toList());
    }
}
