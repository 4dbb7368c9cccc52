package dev.colloquy.simulators.livekit.agents;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import livekit.LivekitAgent.Job;
import livekit.LivekitAgent.JobState;
import livekit.LivekitAgent.JobStatus;
import livekit.LivekitAgentDispatch.AgentDispatch;
import livekit.LivekitAgentDispatch.AgentDispatchState;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/**
 * Agents sent into rooms. A dispatch the worker takes gets a job and brings a virtual agent; any other stays without a job
 * for good, as LiveKit leaves it when no worker answers at that instant.
 */
final class AgentDispatches implements RoomAudience {

    private final Rooms rooms;
    private final Worker worker;
    private final VirtualAgents agents;
    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, Map<String, AgentDispatch>> byRoom = new LinkedHashMap<>();

    AgentDispatches(Rooms rooms, Worker worker, VirtualAgents agents, SimulatedTime time, Ids ids) {
        this.rooms = rooms;
        this.worker = worker;
        this.agents = agents;
        this.time = time;
        this.ids = ids;
    }

    /** A room that names no agents is dispatched to the nameless one. */
    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        if (request.getAgentsCount() == 0) {
            dispatch(room, "", "");
        }
        request.getAgentsList().forEach(agent -> dispatch(room, agent.getAgentName(), agent.getMetadata()));
    }

    @Override
    public void left(LiveRoom room, ParticipantInfo participant) {
        of(room.name()).stream()
                .filter(dispatch -> dispatch.getState().getJobsCount() > 0)
                .filter(dispatch ->
                        VirtualAgents.identity(dispatch.getState().getJobs(0)).equals(participant.getIdentity()))
                .forEach(dispatch -> update(
                        room,
                        dispatch,
                        job -> job.setStatus(JobStatus.JS_SUCCESS).setEndedAt(time.nowNanos())));
    }

    @Override
    public void finished(LiveRoom room) {
        byRoom.remove(room.name());
    }

    AgentDispatch dispatch(LiveRoom room, String agentName, String metadata) {
        AgentDispatch.Builder dispatch = AgentDispatch.newBuilder()
                .setId(ids.next("AD_", 12))
                .setAgentName(agentName)
                .setRoom(room.name())
                .setMetadata(metadata)
                .setState(AgentDispatchState.newBuilder().setCreatedAt(time.nowNanos()));
        if (worker.takes(agentName)) {
            dispatch.getStateBuilder().addJobs(job(room, dispatch));
            time.after(worker.pace(), () -> bringIn(room, dispatch.getId()));
        }
        return store(room, dispatch.build());
    }

    List<AgentDispatch> of(String room) {
        return List.copyOf(byRoom.getOrDefault(room, Map.of()).values());
    }

    AgentDispatch delete(LiveRoom room, String dispatchId) {
        AgentDispatch dispatch = byRoom.getOrDefault(room.name(), Map.of()).remove(dispatchId);
        if (dispatch == null) {
            throw new TwirpError(Code.NOT_FOUND, "dispatch ID not found");
        }
        dispatch.getState().getJobsList().stream()
                .map(VirtualAgents::identity)
                .filter(room::has)
                .forEach(identity -> rooms.leave(room, identity, DisconnectReason.CLIENT_INITIATED));
        return dispatch;
    }

    private Job job(LiveRoom room, AgentDispatch.Builder dispatch) {
        return Job.newBuilder()
                .setId(ids.next("AJ_", 12))
                .setDispatchId(dispatch.getId())
                .setRoom(room.reference())
                .setAgentName(dispatch.getAgentName())
                .setMetadata(dispatch.getMetadata())
                .setState(JobState.newBuilder().setUpdatedAt(time.nowNanos()))
                .build();
    }

    private void bringIn(LiveRoom room, String dispatchId) {
        AgentDispatch dispatch = byRoom.getOrDefault(room.name(), Map.of()).get(dispatchId);
        if (dispatch == null) {
            return;
        }
        Job job = dispatch.getState().getJobs(0);
        update(
                room,
                dispatch,
                state -> state.setStatus(JobStatus.JS_RUNNING)
                        .setStartedAt(time.nowNanos())
                        .setParticipantIdentity(VirtualAgents.identity(job)));
        agents.bringIn(room, job);
    }

    private void update(LiveRoom room, AgentDispatch dispatch, Consumer<JobState.Builder> change) {
        AgentDispatch.Builder changed = dispatch.toBuilder();
        JobState.Builder state = changed.getStateBuilder().getJobsBuilder(0).getStateBuilder();
        change.accept(state.setUpdatedAt(time.nowNanos()));
        store(room, changed.build());
    }

    private AgentDispatch store(LiveRoom room, AgentDispatch dispatch) {
        byRoom.computeIfAbsent(room.name(), _ -> new LinkedHashMap<>()).put(dispatch.getId(), dispatch);
        return dispatch;
    }
}
