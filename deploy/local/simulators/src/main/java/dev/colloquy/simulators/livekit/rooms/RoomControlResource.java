package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.ByteString;
import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.livekit.twirp.InvalidToken;
import dev.colloquy.simulators.livekit.twirp.ProtoJson;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRoom.SendDataRequest;

/** The control API's rooms: virtual participants come, speak and go, and what lives can be seen. */
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
        router.post("/control/livekit/publish").respond(this::publish);
        router.post("/control/livekit/unpublish").respond(this::unpublish);
        router.put("/control/livekit/rpc").respond(this::answerRpc);
        router.get("/control/livekit/data").respond(this::data);
        router.post("/control/livekit/data").respond(this::sendData);
        router.get("/control/livekit/rooms").respond(_ -> Future.succeededFuture(list()));
    }

    private Future<JsonObject> join(RoutingContext context) {
        JsonObject body = Control.body(context);
        Admission.Joined joined = admit(Control.text(body, "token"), flag(body, "connects"));
        ParticipantInfo participant = joined.participant();
        boolean speaks = flag(body, "publishes")
                && participant.getState() == ParticipantInfo.State.ACTIVE
                && Permissions.allowPublishing(participant.getPermission(), TrackSource.MICROPHONE);
        if (speaks) {
            rooms.publish(joined.room(), participant.getIdentity(), TrackSource.MICROPHONE);
        }
        return Future.succeededFuture(new JsonObject()
                .put("room", joined.room().name())
                .put("room_sid", joined.room().sid())
                .put("identity", participant.getIdentity())
                .put("participant_sid", participant.getSid()));
    }

    private Admission.Joined admit(String token, boolean connects) {
        try {
            return admission.admit(token, connects);
        } catch (InvalidToken | TwirpError refused) {
            throw ControlProblem.badInput("token", "is refused: " + refused.getMessage());
        }
    }

    private Future<JsonObject> leave(RoutingContext context) {
        JsonObject body = Control.body(context);
        LiveRoom room = room(Control.text(body, "room"));
        ParticipantInfo participant = participant(room, body);
        rooms.leave(room, participant.getIdentity(), reason(body));
        return Future.succeededFuture(
                new JsonObject().put("room", room.name()).put("identity", participant.getIdentity()));
    }

    private Future<JsonObject> publish(RoutingContext context) {
        JsonObject body = Control.body(context);
        LiveRoom room = room(Control.text(body, "room"));
        ParticipantInfo participant = participant(room, body);
        TrackSource source = Tracks.source(Control.text(body, "source"))
                .orElseThrow(() -> ControlProblem.badInput(
                        "source", "must be microphone, camera, screen_share or screen_share_audio"));
        if (!Permissions.allowPublishing(participant.getPermission(), source)) {
            throw ControlProblem.badInput("source", "may not be published by this participant");
        }
        return Future.succeededFuture(ProtoJson.brief(rooms.publish(room, participant.getIdentity(), source)));
    }

    private Future<JsonObject> unpublish(RoutingContext context) {
        JsonObject body = Control.body(context);
        LiveRoom room = room(Control.text(body, "room"));
        ParticipantInfo participant = participant(room, body);
        TrackInfo track = Tracks.find(participant.getTracksList(), Control.text(body, "track_sid"))
                .orElseThrow(() -> ControlProblem.notFound("track_sid", "is not published"));
        rooms.unpublish(room, participant.getIdentity(), track);
        return Future.succeededFuture(ProtoJson.brief(track));
    }

    private Future<JsonObject> answerRpc(RoutingContext context) {
        JsonObject body = Control.body(context);
        room(Control.text(body, "room"))
                .answerRpc(Control.text(body, "identity"), Control.text(body, "method"), Control.text(body, "payload"));
        return Future.succeededFuture(body);
    }

    private Future<JsonObject> data(RoutingContext context) {
        LiveRoom room = room(context.request().getParam("room", ""));
        return Future.succeededFuture(new JsonObject()
                .put("room", room.name())
                .put("packets", room.data().view()));
    }

    private Future<JsonObject> sendData(RoutingContext context) {
        JsonObject body = Control.body(context);
        LiveRoom room = room(Control.text(body, "room"));
        ParticipantInfo sender = participant(room, body);
        if (!sender.getPermission().getCanPublishData()) {
            throw ControlProblem.badInput("identity", "may not publish data");
        }
        SendDataRequest packet = SendDataRequest.newBuilder()
                .setRoom(room.name())
                .setData(ByteString.copyFromUtf8(Control.text(body, "text")))
                .setTopic(body.getString("topic", ""))
                .addAllDestinationIdentities(identities(body))
                .build();
        return Future.succeededFuture(
                rooms.send(room, sender.getIdentity(), packet).view());
    }

    private JsonObject list() {
        List<JsonObject> views = rooms.all().stream()
                .map(room -> ProtoJson.brief(room.view())
                        .put(
                                "participants",
                                new JsonArray(room.participants().stream()
                                        .map(ProtoJson::brief)
                                        .toList())))
                .toList();
        return new JsonObject().put("rooms", new JsonArray(views));
    }

    private LiveRoom room(String name) {
        return rooms.find(name).orElseThrow(() -> ControlProblem.notFound("room", "does not live"));
    }

    private static ParticipantInfo participant(LiveRoom room, JsonObject body) {
        return room.find(Control.text(body, "identity"))
                .orElseThrow(() -> ControlProblem.notFound("identity", "is not in the room"));
    }

    private static List<String> identities(JsonObject body) {
        if (body.getValue("destination_identities", new JsonArray()) instanceof JsonArray list
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw ControlProblem.badInput("destination_identities", "must be a list of identities");
    }

    /** True unless the body says otherwise. */
    private static boolean flag(JsonObject body, String field) {
        if (body.getValue(field, true) instanceof Boolean flag) {
            return flag;
        }
        throw ControlProblem.badInput(field, "must be true or false");
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
}
