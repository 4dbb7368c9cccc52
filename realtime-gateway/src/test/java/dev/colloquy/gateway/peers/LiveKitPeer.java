package dev.colloquy.gateway.peers;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import dev.colloquy.events.InterviewId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.SendDataRequest;

/** LiveKit's Twirp API, as far as rooms are ended and recorded. Keeps a journal of what each room went through. */
public final class LiveKitPeer extends Peer {

    /** A room as LiveKit would hold it. {@code polls}: how often the agent is still seen after the signal. */
    public static final class Room {
        private volatile boolean exists = true;
        private volatile int polls;
        private volatile int refuseDeletes;
        private volatile String activeEgress = "";
        private volatile int stopStatus = 200;
        private volatile CountDownLatch recordingMayStart = new CountDownLatch(0);
        private final Set<String> broken = ConcurrentHashMap.newKeySet();
        private final List<String> journal = new CopyOnWriteArrayList<>();
        private final List<RoomCompositeEgressRequest> recordings = new CopyOnWriteArrayList<>();

        public Room agentLeavesAfter(int polls) {
            this.polls = polls;
            return this;
        }

        public Room recordedBy(String egressId) {
            activeEgress = egressId;
            return this;
        }

        public Room refusingStopWith(int status) {
            stopStatus = status;
            return this;
        }

        public Room failingDeletes(int times) {
            refuseDeletes = times;
            return this;
        }

        /** Answers these methods with an error. */
        public Room breaking(String... methods) {
            broken.addAll(List.of(methods));
            return this;
        }

        /** Starts no recording before the latch opens. */
        public Room recordingAfter(CountDownLatch latch) {
            recordingMayStart = latch;
            return this;
        }

        public Room gone() {
            exists = false;
            return this;
        }

        public List<String> journal() {
            return List.copyOf(journal);
        }

        public List<RoomCompositeEgressRequest> recordings() {
            return List.copyOf(recordings);
        }
    }

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    public Room room(InterviewId interview) {
        return rooms.computeIfAbsent(interview.roomName(), _ -> new Room());
    }

    @Override
    Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            return Answer.of(401);
        }
        var method = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        return switch (method) {
            case "SendData" -> sendData(SendDataRequest.parseFrom(body));
            case "ListParticipants" -> participants(ListParticipantsRequest.parseFrom(body));
            case "RemoveParticipant" -> remove(RoomParticipantIdentity.parseFrom(body));
            case "DeleteRoom" -> delete(DeleteRoomRequest.parseFrom(body));
            case "ListEgress" -> egress(ListEgressRequest.parseFrom(body));
            case "StopEgress" -> stop(StopEgressRequest.parseFrom(body));
            case "CreateDispatch" -> dispatch(CreateAgentDispatchRequest.parseFrom(body));
            case "StartRoomCompositeEgress" -> record(RoomCompositeEgressRequest.parseFrom(body));
            default -> twirpError(404, "bad_route");
        };
    }

    private Answer sendData(SendDataRequest request) {
        var room = room(request.getRoom());
        return step(room, "SendData " + request.getData().toStringUtf8());
    }

    private Answer participants(ListParticipantsRequest request) {
        var room = room(request.getRoom());
        var agents = room.polls-- > 0
                ? List.of(ParticipantInfo.newBuilder()
                        .setKind(ParticipantInfo.Kind.AGENT)
                        .setState(ParticipantInfo.State.ACTIVE)
                        .build())
                : List.<ParticipantInfo>of();
        room.journal.add("ListParticipants");
        if (room.broken.contains("ListParticipants")) {
            return twirpError(503, "unavailable");
        }
        return room.exists
                ? message(ListParticipantsResponse.newBuilder()
                        .addAllParticipants(agents)
                        .build())
                : twirpError(404, "not_found");
    }

    private Answer remove(RoomParticipantIdentity request) {
        return step(room(request.getRoom()), "RemoveParticipant " + request.getIdentity());
    }

    private Answer delete(DeleteRoomRequest request) {
        var room = room(request.getRoom());
        if (room.refuseDeletes-- > 0) {
            room.journal.add("DeleteRoom refused");
            return twirpError(503, "unavailable");
        }
        return step(room, "DeleteRoom");
    }

    private Answer egress(ListEgressRequest request) {
        var room = room(request.getRoomName());
        var active = ListEgressResponse.newBuilder();
        if (room.broken.contains("ListEgress")) {
            return twirpError(503, "unavailable");
        }
        if (!room.activeEgress.isEmpty()) {
            active.addItems(EgressInfo.newBuilder().setEgressId(room.activeEgress));
        }
        return message(active.build());
    }

    private Answer stop(StopEgressRequest request) {
        var room = rooms.values().stream()
                .filter(candidate -> candidate.activeEgress.equals(request.getEgressId()))
                .findFirst()
                .orElseThrow();
        room.journal.add("StopEgress " + request.getEgressId());
        return room.stopStatus == 200
                ? message(EgressInfo.getDefaultInstance())
                : twirpError(room.stopStatus, "failed_precondition");
    }

    private Answer dispatch(CreateAgentDispatchRequest request) {
        var room = room(request.getRoom());
        return step(room, "CreateDispatch " + request.getAgentName() + " " + request.getMetadata());
    }

    private Answer record(RoomCompositeEgressRequest request) {
        var room = room(request.getRoomName());
        room.recordings.add(request);
        await(room.recordingMayStart);
        room.activeEgress = "EG_" + room.recordings.size();
        return message(EgressInfo.newBuilder().setEgressId(room.activeEgress).build());
    }

    private Room room(String name) {
        return rooms.computeIfAbsent(name, _ -> new Room());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer step(Room room, String entry) {
        room.journal.add(entry);
        if (room.broken.contains(entry.split(" ")[0])) {
            return twirpError(503, "unavailable");
        }
        return room.exists ? message(EgressInfo.getDefaultInstance()) : twirpError(404, "not_found");
    }

    private static Answer message(Message message) {
        return new Answer(200, "application/protobuf", message.toByteArray(), Map.of());
    }

    private static Answer twirpError(int status, String code) {
        return Answer.json(status, "{\"code\": \"%s\", \"msg\": \"\"}".formatted(code));
    }
}
