package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.Message;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.RemoveParticipantResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.SendDataRequest;
import livekit.LivekitRoom.SendDataResponse;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** {@code livekit.RoomService}. */
public final class RoomResource {

    private static final int LARGEST_METADATA = 512 * 1024;

    private final Rooms rooms;
    private final Journal journal;

    public RoomResource(Rooms rooms, Journal journal) {
        this.rooms = rooms;
        this.journal = journal;
    }

    public void mount(Twirp twirp) {
        twirp.method("RoomService/CreateRoom", CreateRoomRequest.parser(), this::create);
        twirp.method("RoomService/ListRooms", ListRoomsRequest.parser(), this::list);
        twirp.method("RoomService/DeleteRoom", DeleteRoomRequest.parser(), this::delete);
        twirp.method("RoomService/ListParticipants", ListParticipantsRequest.parser(), this::listParticipants);
        twirp.method("RoomService/GetParticipant", RoomParticipantIdentity.parser(), this::getParticipant);
        twirp.method("RoomService/RemoveParticipant", RoomParticipantIdentity.parser(), this::removeParticipant);
        twirp.method("RoomService/SendData", SendDataRequest.parser(), this::sendData);
        twirp.method("RoomService/UpdateRoomMetadata", UpdateRoomMetadataRequest.parser(), this::updateMetadata);
    }

    private Message create(Grants grants, CreateRoomRequest request) {
        grants.require("roomCreate");
        checkSize(request.getMetadata());
        return rooms.create(request).view();
    }

    private Message list(Grants grants, ListRoomsRequest request) {
        grants.require("roomList");
        return ListRoomsResponse.newBuilder()
                .addAllRooms(rooms.all().stream()
                        .filter(room -> request.getNamesCount() == 0
                                || request.getNamesList().contains(room.name()))
                        .map(LiveRoom::view)
                        .toList())
                .build();
    }

    private Message delete(Grants grants, DeleteRoomRequest request) {
        grants.require("roomCreate");
        rooms.close(rooms.get(request.getRoom()), DisconnectReason.ROOM_DELETED);
        return DeleteRoomResponse.getDefaultInstance();
    }

    private Message listParticipants(Grants grants, ListParticipantsRequest request) {
        grants.requireAdminOf(request.getRoom());
        return ListParticipantsResponse.newBuilder()
                .addAllParticipants(rooms.get(request.getRoom()).participants())
                .build();
    }

    private Message getParticipant(Grants grants, RoomParticipantIdentity request) {
        grants.requireAdminOf(request.getRoom());
        return rooms.get(request.getRoom()).get(request.getIdentity());
    }

    private Message removeParticipant(Grants grants, RoomParticipantIdentity request) {
        grants.requireAdminOf(request.getRoom());
        rooms.leave(rooms.get(request.getRoom()), request.getIdentity(), DisconnectReason.PARTICIPANT_REMOVED);
        return RemoveParticipantResponse.getDefaultInstance();
    }

    private Message sendData(Grants grants, SendDataRequest request) {
        grants.requireAdminOf(request.getRoom());
        LiveRoom room = rooms.get(request.getRoom());
        journal.noted(
                Provider.LIVEKIT,
                "data packet",
                new JsonObject()
                        .put("room", room.name())
                        .put("topic", request.getTopic())
                        .put("kind", request.getKind().name())
                        .put("destination_identities", new JsonArray(request.getDestinationIdentitiesList()))
                        .put("text", request.getData().toString(StandardCharsets.UTF_8)));
        return SendDataResponse.getDefaultInstance();
    }

    private Message updateMetadata(Grants grants, UpdateRoomMetadataRequest request) {
        grants.requireAdminOf(request.getRoom());
        checkSize(request.getMetadata());
        LiveRoom room = rooms.get(request.getRoom());
        if (!request.getMetadata().isEmpty()) {
            room.describe(request.getMetadata());
        }
        return room.view();
    }

    private static void checkSize(String metadata) {
        if (metadata.getBytes(StandardCharsets.UTF_8).length > LARGEST_METADATA) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "metadata size exceeds limits");
        }
    }
}
