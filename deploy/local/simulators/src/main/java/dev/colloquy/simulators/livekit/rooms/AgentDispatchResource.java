package dev.colloquy.simulators.livekit.rooms;

import com.google.protobuf.Message;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitAgentDispatch.DeleteAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchResponse;

/** {@code livekit.AgentDispatchService}. Each create adds another agent: the service is not idempotent. */
public final class AgentDispatchResource {

    private static final String SERVICE = "AgentDispatchService/";

    private final Rooms rooms;
    private final AgentDispatches dispatches;

    public AgentDispatchResource(Rooms rooms, AgentDispatches dispatches) {
        this.rooms = rooms;
        this.dispatches = dispatches;
    }

    public void mount(Twirp twirp) {
        twirp.method(SERVICE + "CreateDispatch", CreateAgentDispatchRequest.parser(), this::create);
        twirp.method(SERVICE + "ListDispatch", ListAgentDispatchRequest.parser(), this::list);
        twirp.method(SERVICE + "DeleteDispatch", DeleteAgentDispatchRequest.parser(), this::delete);
    }

    private Message create(Grants grants, CreateAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        return dispatches.dispatch(rooms.get(request.getRoom()), request.getAgentName(), request.getMetadata());
    }

    private Message list(Grants grants, ListAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        return ListAgentDispatchResponse.newBuilder()
                .addAllAgentDispatches(dispatches.of(request.getRoom()).stream()
                        .filter(dispatch -> request.getDispatchId().isEmpty()
                                || request.getDispatchId().equals(dispatch.getId()))
                        .toList())
                .build();
    }

    private Message delete(Grants grants, DeleteAgentDispatchRequest request) {
        grants.requireAdminOf(request.getRoom());
        return dispatches.delete(rooms.get(request.getRoom()), request.getDispatchId());
    }
}
