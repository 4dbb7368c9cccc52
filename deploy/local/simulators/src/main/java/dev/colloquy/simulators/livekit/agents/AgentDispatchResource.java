package dev.colloquy.simulators.livekit.agents;

import com.google.protobuf.Message;
import dev.colloquy.simulators.livekit.rooms.Limits;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitAgentDispatch.DeleteAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchResponse;
import livekit.LivekitRoom.CreateRoomRequest;

/** {@code livekit.AgentDispatchService}. Each create adds another agent: the service is not idempotent. */
final class AgentDispatchResource {

    private static final String SERVICE = "AgentDispatchService/";

    private final Rooms rooms;
    private final AgentDispatches dispatches;

    AgentDispatchResource(Rooms rooms, AgentDispatches dispatches) {
        this.rooms = rooms;
        this.dispatches = dispatches;
    }

    void mount(Twirp twirp) {
        twirp.method(SERVICE + "CreateDispatch", CreateAgentDispatchRequest.parser(), this::create);
        twirp.method(SERVICE + "ListDispatch", ListAgentDispatchRequest.parser(), this::list);
        twirp.method(SERVICE + "DeleteDispatch", DeleteAgentDispatchRequest.parser(), this::delete);
    }

    /** Creates the room, too, if it does not live. */
    private Message create(Grants grants, CreateAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        Limits.checkMetadata(request.getMetadata());
        CreateRoomRequest room =
                CreateRoomRequest.newBuilder().setName(request.getRoom()).build();
        return dispatches.dispatch(rooms.create(room), request.getAgentName(), request.getMetadata());
    }

    private Message list(Grants grants, ListAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        return ListAgentDispatchResponse.newBuilder()
                .addAllAgentDispatches(
                        dispatches.of(rooms.reach(request.getRoom()).name()).stream()
                                .filter(dispatch -> request.getDispatchId().isEmpty()
                                        || request.getDispatchId().equals(dispatch.getId()))
                                .toList())
                .build();
    }

    private Message delete(Grants grants, DeleteAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        return dispatches.delete(rooms.reach(request.getRoom()), request.getDispatchId());
    }
}
