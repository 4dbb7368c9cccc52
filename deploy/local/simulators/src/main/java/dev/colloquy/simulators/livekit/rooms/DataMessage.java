package dev.colloquy.simulators.livekit.rooms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import livekit.LivekitRoom.SendDataRequest;

/** One data message in a room. The sender is the identity of a participant, or empty: what the server sends has none. */
public record DataMessage(Instant at, String sender, SendDataRequest packet, List<String> receivers) {

    public JsonObject view() {
        return new JsonObject()
                .put("room", packet.getRoom())
                .put("at", at.toString())
                .put("sender", sender)
                .put("topic", packet.getTopic())
                .put("kind", packet.getKind().name())
                .put("destination_identities", new JsonArray(packet.getDestinationIdentitiesList()))
                .put("received_by", new JsonArray(receivers))
                .put("text", packet.getData().toString(StandardCharsets.UTF_8))
                .put("data", Base64.getEncoder().encodeToString(packet.getData().toByteArray()));
    }
}
