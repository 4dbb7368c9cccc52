package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.Message;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import io.vertx.core.json.JsonObject;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.PerformRpcRequest;
import livekit.LivekitRoom.PerformRpcResponse;
import livekit.LivekitRoom.SendDataRequest;
import livekit.LivekitRoom.SendDataResponse;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** {@code livekit.RoomService}: rooms as a whole. */
public final class RoomResource {

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
        twirp.method("RoomService/UpdateRoomMetadata", UpdateRoomMetadataRequest.parser(), this::updateMetadata);
        twirp.method("RoomService/SendData", SendDataRequest.parser(), this::sendData);
        twirp.method("RoomService/PerformRpc", PerformRpcRequest.parser(), this::performRpc);
    }

    private Message create(Grants grants, CreateRoomRequest request) {
        grants.require("roomCreate");
        Limits.checkMetadata(request.getMetadata());
        request.getAgentsList().forEach(agent -> Limits.checkMetadata(agent.getMetadata()));
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

    /** The protocol's comment says that empty metadata are skipped; the server sets them. */
    private Message updateMetadata(Grants grants, UpdateRoomMetadataRequest request) {
        Limits.checkMetadata(request.getMetadata());
        grants.requireAdminOf(request.getRoom());
        LiveRoom room = rooms.get(request.getRoom());
        room.describe(request.getMetadata());
        return room.view();
    }

    private Message sendData(Grants grants, SendDataRequest request) {
        grants.requireAdminOf(request.getRoom());
        DataPackets.checkNonce(request.getNonce());
        rooms.send(rooms.reach(request.getRoom()), "", request);
        return SendDataResponse.getDefaultInstance();
    }

    private Message performRpc(Grants grants, PerformRpcRequest request) {
        grants.requireAdminOf(request.getRoom());
        String identity = request.getDestinationIdentity();
        if (identity.isEmpty()) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "destination identity is required");
        }
        LiveRoom room = rooms.reach(request.getRoom());
        if (room.find(identity).isEmpty()) {
            throw Rooms.noResponse();
        }
        Limits.checkRpcPayload(request.getPayload());
        journal.noted(
                Provider.LIVEKIT,
                "rpc " + request.getMethod(),
                new JsonObject()
                        .put("room", room.name())
                        .put("identity", identity)
                        .put("payload", request.getPayload()));
        return room.rpcAnswer(identity, request.getMethod())
                .map(payload ->
                        PerformRpcResponse.newBuilder().setPayload(payload).build())
                .orElseThrow(() ->
                        new TwirpError(Code.INVALID_ARGUMENT, "RpcError 1400: Method not supported at destination"));
    }
}
