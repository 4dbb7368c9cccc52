package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/** All rooms by name. Whatever happens in one is told to the audience in the order it happened. */
public final class Rooms {

    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, LiveRoom> byName = new LinkedHashMap<>();
    private final List<RoomAudience> audience = new ArrayList<>();

    public Rooms(SimulatedTime time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    public void tell(RoomAudience listener) {
        audience.add(listener);
    }

    /** Creates the room, or answers with the one that lives by that name and leaves it as it is. */
    public LiveRoom create(CreateRoomRequest request) {
        if (request.getName().isEmpty()) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "no room name");
        }
        return find(request.getName()).orElseGet(() -> open(request));
    }

    public Optional<LiveRoom> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public LiveRoom get(String name) {
        return find(name).orElseThrow(() -> new TwirpError(Code.NOT_FOUND, "requested room does not exist"));
    }

    List<LiveRoom> all() {
        return List.copyOf(byName.values());
    }

    /** Brings a participant in; whoever was there by the same identity has to go. */
    public ParticipantInfo join(LiveRoom room, ParticipantInfo.Builder joiner) {
        room.find(joiner.getIdentity())
                .ifPresent(former -> leave(room, former.getIdentity(), DisconnectReason.DUPLICATE_IDENTITY));
        if (room.isFull() && !LiveRoom.isDependent(joiner.buildPartial())) {
            throw new TwirpError(Code.RESOURCE_EXHAUSTED, "room has reached its max participants");
        }
        Instant now = time.now();
        ParticipantInfo participant = joiner.setSid(ids.next("PA_", 12))
                .setState(ParticipantInfo.State.ACTIVE)
                .setJoinedAt(now.getEpochSecond())
                .setJoinedAtMs(now.toEpochMilli())
                .build();
        room.add(participant);
        closeWhenEmpty(room);
        tellAll(listener -> listener.joined(room, participant));
        return participant;
    }

    public void leave(LiveRoom room, String identity, DisconnectReason reason) {
        ParticipantInfo gone = room.remove(identity, reason);
        if (!LiveRoom.isDependent(gone)) {
            closeWhenEmpty(room);
        }
        tellAll(listener -> listener.left(room, gone));
    }

    public void close(LiveRoom room, DisconnectReason reason) {
        byName.remove(room.name());
        tellAll(listener -> listener.closing(room));
        room.participants().forEach(participant -> {
            ParticipantInfo gone = room.remove(participant.getIdentity(), reason);
            tellAll(listener -> listener.left(room, gone));
        });
        room.replaceCloseTimer(null).ifPresent(time::cancel);
        tellAll(listener -> listener.finished(room));
    }

    private LiveRoom open(CreateRoomRequest request) {
        LiveRoom room = new LiveRoom(ids.next("RM_", 12), request, time.now());
        byName.put(room.name(), room);
        closeWhenEmpty(room);
        tellAll(listener -> listener.created(room, request));
        return room;
    }

    /** An agent that joins an empty room does not start its timeout anew. */
    private void closeWhenEmpty(LiveRoom room) {
        if (!room.isEmpty()) {
            room.replaceCloseTimer(null).ifPresent(time::cancel);
        } else if (!room.isWaitingToClose()) {
            room.replaceCloseTimer(time.after(room.patience(), () -> close(room, DisconnectReason.ROOM_CLOSED)));
        }
    }

    private void tellAll(Consumer<RoomAudience> news) {
        audience.forEach(news);
    }
}
