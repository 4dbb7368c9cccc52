package dev.colloquy.simulators.livekit.webhooks;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Which of LiveKit's queues an event waits in: events under one key keep their order. */
final class QueueKey {

    private record Part(String object, String id) {}

    private static final List<Part> PARTS = List.of(
            new Part("egressInfo", "egressId"),
            new Part("ingressInfo", "ingressId"),
            new Part("room", "name"),
            new Part("participant", "identity"),
            new Part("track", "sid"));

    private QueueKey() {}

    static String of(JsonObject event) {
        return PARTS.stream()
                .filter(part -> event.getValue(part.object) instanceof JsonObject)
                .findFirst()
                .map(part -> event.getJsonObject(part.object).getString(part.id, ""))
                .orElse("default");
    }
}
