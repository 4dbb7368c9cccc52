package dev.colloquy.simulators.livekit.agents;

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
import java.util.Set;
import livekit.LivekitAgent.Job;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRoom.SendDataRequest;

/**
 * The agents the worker sends. They speak, and leave like sessions of LiveKit's agent framework: when the candidate hangs
 * up (not when the network loses him), and when a data message of type {@code end_interview} asks for it.
 */
final class VirtualAgents implements RoomAudience {

    private static final Duration GOODBYE = Duration.ofMillis(500);
    private static final Set<DisconnectReason> HUNG_UP =
            Set.of(DisconnectReason.CLIENT_INITIATED, DisconnectReason.ROOM_DELETED, DisconnectReason.USER_REJECTED);

    private final Rooms rooms;
    private final SimulatedTime time;

    VirtualAgents(Rooms rooms, SimulatedTime time) {
        this.rooms = rooms;
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
        rooms.publish(room, agent.getIdentity(), TrackSource.MICROPHONE);
    }

    @Override
    public void left(LiveRoom room, ParticipantInfo participant) {
        if (!LiveRoom.isDependent(participant) && HUNG_UP.contains(participant.getDisconnectReason())) {
            sayGoodbye(room);
        }
    }

    @Override
    public void told(LiveRoom room, SendDataRequest packet) {
        if (asksToEnd(Buffer.buffer(packet.getData().toByteArray()))) {
            sayGoodbye(room);
        }
    }

    private static boolean asksToEnd(Buffer message) {
        try {
            return Json.decodeValue(message) instanceof JsonObject json
                    && "end_interview".equals(json.getValue("type"));
        } catch (DecodeException notJson) {
            return false;
        }
    }

    private void sayGoodbye(LiveRoom room) {
        room.participants().stream()
                .filter(participant -> participant.getKind() == Kind.AGENT)
                .forEach(agent -> time.after(GOODBYE, () -> leave(room, agent)));
    }

    private void leave(LiveRoom room, ParticipantInfo agent) {
        room.find(agent.getIdentity())
                .filter(now -> now.getSid().equals(agent.getSid()))
                .ifPresent(now -> rooms.leave(room, now.getIdentity(), DisconnectReason.CLIENT_INITIATED));
    }
}
