package dev.colloquy.simulators.livekit.agents;

import dev.colloquy.simulators.livekit.rooms.DataMessage;
import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.Permissions;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import livekit.LivekitAgent.Job;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitModels.TrackSource;

/**
 * The agents the worker sends. They speak, and leave like sessions of LiveKit's agent framework: when the user they are
 * linked with hangs up (not when the network loses him), and when a data message of type {@code end_interview} asks them.
 * An agent is linked with the first user it meets, for good.
 */
final class VirtualAgents implements RoomAudience {

    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final Set<Kind> USERS = Set.of(Kind.STANDARD, Kind.SIP, Kind.CONNECTOR);
    private static final Set<DisconnectReason> HUNG_UP =
            Set.of(DisconnectReason.CLIENT_INITIATED, DisconnectReason.ROOM_DELETED, DisconnectReason.USER_REJECTED);
    private static final String NOBODY_YET = "";

    private final Rooms rooms;
    private final Worker worker;
    private final SimulatedTime time;
    private final Map<String, String> userByAgentSid = new HashMap<>();

    VirtualAgents(Rooms rooms, Worker worker, SimulatedTime time) {
        this.rooms = rooms;
        this.worker = worker;
        this.time = time;
    }

    static String identity(Job job) {
        return "agent-" + job.getId();
    }

    void bringIn(LiveRoom room, Job job) {
        ParticipantInfo agent = rooms.join(
                room,
                ParticipantInfo.newBuilder()
                        .setIdentity(identity(job))
                        .setKind(Kind.AGENT)
                        .putAttributes("lk.agent_name", job.getAgentName())
                        .setPermission(Permissions.all()));
        String user = room.participants().stream()
                .filter(participant -> USERS.contains(participant.getKind()))
                .map(ParticipantInfo::getIdentity)
                .findFirst()
                .orElse(NOBODY_YET);
        userByAgentSid.put(agent.getSid(), user);
        rooms.publish(room, agent.getIdentity(), TrackSource.MICROPHONE);
    }

    @Override
    public void joined(LiveRoom room, ParticipantInfo participant) {
        if (USERS.contains(participant.getKind())) {
            linkedWith(room, NOBODY_YET)
                    .forEach(agent -> userByAgentSid.put(agent.getSid(), participant.getIdentity()));
        }
    }

    @Override
    public void left(LiveRoom room, ParticipantInfo participant) {
        userByAgentSid.remove(participant.getSid());
        if (HUNG_UP.contains(participant.getDisconnectReason())) {
            linkedWith(room, participant.getIdentity()).forEach(agent -> sayGoodbye(room, agent));
        }
    }

    @Override
    public void told(LiveRoom room, DataMessage message) {
        if (asksToEnd(Buffer.buffer(message.packet().getData().toByteArray()))) {
            agents(room)
                    .filter(agent -> message.receivers().contains(agent.getIdentity()))
                    .forEach(agent -> sayGoodbye(room, agent));
        }
    }

    private Stream<ParticipantInfo> linkedWith(LiveRoom room, String user) {
        return agents(room).filter(agent -> user.equals(userByAgentSid.get(agent.getSid())));
    }

    private Stream<ParticipantInfo> agents(LiveRoom room) {
        return room.participants().stream().filter(participant -> userByAgentSid.containsKey(participant.getSid()));
    }

    private static boolean asksToEnd(Buffer message) {
        try {
            return Json.decodeValue(message) instanceof JsonObject json
                    && "end_interview".equals(json.getValue("type"));
        } catch (DecodeException notJson) {
            return false;
        }
    }

    private void sayGoodbye(LiveRoom room, ParticipantInfo agent) {
        if (worker.isLeaving()) {
            time.after(GOODBYE, () -> leave(room, agent));
        }
    }

    private void leave(LiveRoom room, ParticipantInfo agent) {
        room.find(agent.getIdentity())
                .filter(now -> now.getSid().equals(agent.getSid()))
                .ifPresent(now -> rooms.leave(room, now.getIdentity(), DisconnectReason.CLIENT_INITIATED));
    }
}
