package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.livekit.twirp.InvalidToken;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import livekit.LivekitModels.DisconnectReason;

/** The control API's rooms: virtual candidates join and leave, and what lives can be seen. */
public final class RoomControlResource {

    private final Rooms rooms;
    private final Admission admission;

    public RoomControlResource(Rooms rooms, Admission admission) {
        this.rooms = rooms;
        this.admission = admission;
    }

    public void mount(Router router) {
        router.post("/control/livekit/join").respond(this::join);
        router.post("/control/livekit/leave").respond(this::leave);
        router.get("/control/livekit/rooms").respond(_ -> Future.succeededFuture(list()));
    }

    private Future<JsonObject> join(RoutingContext context) {
        Admission.Joined joined = admit(Control.text(Control.body(context), "token"));
        return Future.succeededFuture(new JsonObject()
                .put("room", joined.room().name())
                .put("room_sid", joined.room().sid())
                .put("identity", joined.participant().getIdentity())
                .put("participant_sid", joined.participant().getSid()));
    }

    private Admission.Joined admit(String token) {
        try {
            return admission.admit(token);
        } catch (InvalidToken | TwirpError refused) {
            throw ControlProblem.badInput("token", "is refused: " + refused.getMessage());
        }
    }

    private Future<JsonObject> leave(RoutingContext context) {
        JsonObject body = Control.body(context);
        String name = Control.text(body, "room");
        String identity = Control.text(body, "identity");
        LiveRoom room = rooms.find(name).orElseThrow(() -> ControlProblem.notFound("room", "does not live"));
        if (room.find(identity).isEmpty()) {
            throw ControlProblem.notFound("identity", "is not in the room");
        }
        rooms.leave(room, identity, reason(body));
        return Future.succeededFuture(new JsonObject().put("room", name).put("identity", identity));
    }

    private static DisconnectReason reason(JsonObject body) {
        if (!body.containsKey("reason")) {
            return DisconnectReason.CLIENT_INITIATED;
        }
        try {
            return DisconnectReason.valueOf(Control.text(body, "reason"));
        } catch (IllegalArgumentException unknown) {
            throw ControlProblem.badInput("reason", "is not a disconnect reason of LiveKit");
        }
    }

    private JsonObject list() {
        JsonArray views = new JsonArray();
        rooms.all().forEach(room -> {
            JsonArray participants = new JsonArray();
            room.participants().forEach(participant -> participants.add(json(participant)));
            views.add(json(room.view()).put("participants", participants));
        });
        return new JsonObject().put("rooms", views);
    }

    private static JsonObject json(MessageOrBuilder message) {
        try {
            return new JsonObject(
                    JsonFormat.printer().preservingProtoFieldNames().print(message));
        } catch (InvalidProtocolBufferException unprintable) {
            throw new IllegalStateException("a LiveKit message cannot be printed", unprintable);
        }
    }
}
