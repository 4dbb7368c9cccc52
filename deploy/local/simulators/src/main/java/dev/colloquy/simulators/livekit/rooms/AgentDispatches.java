package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitAgent.Job;
import livekit.LivekitAgent.JobState;
import livekit.LivekitAgent.JobStatus;
import livekit.LivekitAgentDispatch.AgentDispatch;
import livekit.LivekitAgentDispatch.AgentDispatchState;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/**
 * Agents sent into rooms. One worker is registered, under one name: a dispatch for it brings a virtual agent into the
 * room; a dispatch for any other name stays without a job, as LiveKit leaves it when no worker answers.
 */
public final class AgentDispatches implements RoomAudience {

    private static final Duration UNTIL_THE_AGENT_JOINS = Duration.ofMillis(200);

    private final Rooms rooms;
    private final String workerName;
    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, Map<String, AgentDispatch>> byRoom = new LinkedHashMap<>();

    public AgentDispatches(Rooms rooms, String workerName, SimulatedTime time, Ids ids) {
        this.rooms = rooms;
        this.workerName = workerName;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        request.getAgentsList().forEach(agent -> dispatch(room, agent.getAgentName(), agent.getMetadata()));
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
        if (agentName.equals(workerName)) {
            dispatch.getStateBuilder().addJobs(job(room, dispatch));
            time.after(UNTIL_THE_AGENT_JOINS, () -> bringIn(room, dispatch.getId()));
        }
        return store(room, dispatch.build());
    }

    List<AgentDispatch> of(String room) {
        return List.copyOf(byRoom.getOrDefault(room, Map.of()).values());
    }

    AgentDispatch delete(LiveRoom room, String dispatchId) {
        AgentDispatch dispatch = byRoom.getOrDefault(room.name(), Map.of()).get(dispatchId);
        if (dispatch == null) {
            throw new TwirpError(Code.NOT_FOUND, "agent dispatch not found");
        }
        byRoom.getOrDefault(room.name(), Map.of()).remove(dispatchId);
        dispatch.getState().getJobsList().stream()
                .map(job -> job.getState().getParticipantIdentity())
                .filter(identity -> room.find(identity).isPresent())
                .forEach(identity -> rooms.leave(room, identity, DisconnectReason.CLIENT_INITIATED));
        AgentDispatch.Builder deleted = dispatch.toBuilder();
        deleted.getStateBuilder().setDeletedAt(time.nowNanos());
        return deleted.build();
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
        if (dispatch == null || rooms.find(room.name()).filter(room::equals).isEmpty()) {
            return;
        }
        Job job = dispatch.getState().getJobs(0);
        String identity = "agent-" + job.getId();
        AgentDispatch.Builder running = dispatch.toBuilder();
        running.getStateBuilder()
                .getJobsBuilder(0)
                .getStateBuilder()
                .setStatus(JobStatus.JS_RUNNING)
                .setStartedAt(time.nowNanos())
                .setParticipantIdentity(identity);
        store(room, running.build());
        rooms.join(
                room,
                ParticipantInfo.newBuilder()
                        .setIdentity(identity)
                        .setKind(ParticipantInfo.Kind.AGENT)
                        .putAttributes("lk.agent_name", dispatch.getAgentName())
                        .setPermission(Permissions.all()));
    }

    private AgentDispatch store(LiveRoom room, AgentDispatch dispatch) {
        byRoom.computeIfAbsent(room.name(), _ -> new LinkedHashMap<>()).put(dispatch.getId(), dispatch);
        return dispatch;
    }
}
