package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.State;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.SendDataRequest;

/** All rooms by name. Whatever happens in one is told to the audience in the order it happened. */
public final class Rooms {

    private static final Duration LONGEST_CONNECTING = Duration.ofMinutes(1);

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
        Limits.checkRoomName(request.getName());
        return find(request.getName()).orElseGet(() -> open(request));
    }

    public Optional<LiveRoom> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public LiveRoom get(String name) {
        return find(name).orElseThrow(() -> new TwirpError(Code.NOT_FOUND, "requested room does not exist"));
    }

    /** For calls that LiveKit hands to the node of the room: of a room that does not live no node knows. */
    public LiveRoom reach(String name) {
        return find(name).orElseThrow(Rooms::noResponse);
    }

    static TwirpError noResponse() {
        return new TwirpError(Code.UNAVAILABLE, "no response from servers");
    }

    List<LiveRoom> all() {
        return List.copyOf(byName.values());
    }

    /** Brings a participant in, media and all; whoever was there by the same identity has to go. */
    public ParticipantInfo join(LiveRoom room, ParticipantInfo.Builder joiner) {
        ParticipantInfo participant = enter(room, joiner.setState(State.ACTIVE));
        tellAll(listener -> listener.joined(room, participant));
        return participant;
    }

    /** Brings a participant in whose media never connect: he is sent away after a minute. */
    ParticipantInfo approach(LiveRoom room, ParticipantInfo.Builder joiner) {
        ParticipantInfo participant = enter(room, joiner.setState(State.JOINED));
        time.after(
                LONGEST_CONNECTING,
                () -> room.find(participant.getIdentity())
                        .filter(now -> now.getSid().equals(participant.getSid()))
                        .ifPresent(now -> leave(room, now.getIdentity(), DisconnectReason.JOIN_FAILURE)));
        return participant;
    }

    private ParticipantInfo enter(LiveRoom room, ParticipantInfo.Builder joiner) {
        room.find(joiner.getIdentity())
                .ifPresent(former -> leave(room, former.getIdentity(), DisconnectReason.DUPLICATE_IDENTITY));
        if (room.isFull() && !LiveRoom.isDependent(joiner.buildPartial())) {
            throw new TwirpError(Code.RESOURCE_EXHAUSTED, "room has exceeded its max participants");
        }
        Instant now = time.now();
        ParticipantInfo participant = joiner.setSid(ids.next("PA_", 12))
                .setJoinedAt(now.getEpochSecond())
                .setJoinedAtMs(now.toEpochMilli())
                .build();
        room.add(participant);
        if (!room.isEmpty()) {
            room.replaceCloseTimer(null).ifPresent(time::cancel);
        }
        return participant;
    }

    public TrackInfo publish(LiveRoom room, String identity, TrackSource source) {
        TrackInfo track = Tracks.of(source, ids);
        ParticipantInfo publisher = room.get(identity).toBuilder()
                .addTracks(track)
                .setIsPublisher(true)
                .build();
        room.replace(publisher);
        tellAll(listener -> listener.published(room, publisher, track));
        return track;
    }

    void unpublish(LiveRoom room, String identity, TrackInfo track) {
        ParticipantInfo publisher = room.get(identity);
        List<TrackInfo> left = Tracks.without(publisher.getTracksList(), track.getSid());
        room.replace(publisher.toBuilder()
                .clearTracks()
                .addAllTracks(left)
                .setIsPublisher(!left.isEmpty())
                .build());
        tellAll(listener -> listener.unpublished(room, publisher, track));
    }

    /** Delivers what a participant sends or, without a sender, the server; but a packet whose nonce was seen to nobody. */
    DataMessage send(LiveRoom room, String sender, SendDataRequest packet) {
        boolean again = room.data().seen(packet.getNonce());
        List<String> receivers = again ? List.of() : room.receivers(sender, packet.getDestinationIdentitiesList());
        DataMessage message = new DataMessage(time.now(), sender, packet, receivers);
        if (!again) {
            room.data().add(message);
            tellAll(listener -> listener.told(room, message));
        }
        return message;
    }

    public void leave(LiveRoom room, String identity, DisconnectReason reason) {
        sendAway(room, room.get(identity), reason);
        if (room.isEmpty() && room.wasEverJoined()) {
            closeAfter(room, room.patience());
        }
    }

    public void close(LiveRoom room, DisconnectReason reason) {
        byName.remove(room.name());
        tellAll(listener -> listener.closing(room));
        room.participants().forEach(participant -> sendAway(room, participant, reason));
        room.replaceCloseTimer(null).ifPresent(time::cancel);
        tellAll(listener -> listener.finished(room));
    }

    private void sendAway(LiveRoom room, ParticipantInfo participant, DisconnectReason reason) {
        String identity = participant.getIdentity();
        participant.getTracksList().forEach(track -> unpublish(room, identity, track));
        ParticipantInfo gone = room.remove(identity, reason);
        if (participant.getState() == State.ACTIVE) {
            tellAll(listener -> listener.left(room, gone));
        } else {
            tellAll(listener -> listener.aborted(room, gone));
        }
    }

    private LiveRoom open(CreateRoomRequest request) {
        LiveRoom room = new LiveRoom(ids.next("RM_", 12), request, time.now());
        byName.put(room.name(), room);
        closeAfter(room, room.patience());
        tellAll(listener -> listener.created(room, request));
        return room;
    }

    /** Whoever leaves an empty room, an agent, too, starts its timeout anew; joining it as an agent does not. */
    private void closeAfter(LiveRoom room, Duration patience) {
        long timer = time.after(patience, () -> close(room, DisconnectReason.ROOM_CLOSED));
        room.replaceCloseTimer(timer).ifPresent(time::cancel);
    }

    private void tellAll(Consumer<RoomAudience> news) {
        audience.forEach(news);
    }
}
