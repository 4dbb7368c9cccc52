package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.CreateRoomRequest;
import org.jspecify.annotations.Nullable;

/** A room while it lives. Agents and recorders depend on the others: they are in it, but do not keep it open. */
public final class LiveRoom {

    private static final int EMPTY_TIMEOUT_SECONDS = 300;
    private static final int DEPARTURE_TIMEOUT_SECONDS = 20;

    private final Room.Builder state;
    private final Map<String, ParticipantInfo> participants = new LinkedHashMap<>();
    private boolean everJoined;
    private @Nullable Long closeTimer;

    LiveRoom(String sid, CreateRoomRequest request, Instant now) {
        this.state = Room.newBuilder()
                .setSid(sid)
                .setName(request.getName())
                .setEmptyTimeout(request.getEmptyTimeout() > 0 ? request.getEmptyTimeout() : EMPTY_TIMEOUT_SECONDS)
                .setDepartureTimeout(
                        request.getDepartureTimeout() > 0 ? request.getDepartureTimeout() : DEPARTURE_TIMEOUT_SECONDS)
                .setMaxParticipants(request.getMaxParticipants())
                .setMetadata(request.getMetadata())
                .setCreationTime(now.getEpochSecond())
                .setCreationTimeMs(now.toEpochMilli());
    }

    public String name() {
        return state.getName();
    }

    public String sid() {
        return state.getSid();
    }

    public Room view() {
        return state.setNumParticipants((int) humans()).build();
    }

    /** What events about tracks and recordings carry of their room. */
    public Room reference() {
        return Room.newBuilder().setSid(sid()).setName(name()).build();
    }

    public boolean has(String identity) {
        return participants.containsKey(identity);
    }

    public void recording(boolean active) {
        state.setActiveRecording(active);
    }

    void describe(String metadata) {
        state.setMetadata(metadata);
    }

    List<ParticipantInfo> participants() {
        return List.copyOf(participants.values());
    }

    Optional<ParticipantInfo> find(String identity) {
        return Optional.ofNullable(participants.get(identity));
    }

    ParticipantInfo get(String identity) {
        return find(identity)
                .orElseThrow(() -> new TwirpError(TwirpError.Code.NOT_FOUND, "participant does not exist"));
    }

    boolean isFull() {
        return state.getMaxParticipants() > 0 && humans() >= state.getMaxParticipants();
    }

    boolean isEmpty() {
        return humans() == 0;
    }

    void add(ParticipantInfo participant) {
        participants.put(participant.getIdentity(), participant);
        everJoined |= !isDependent(participant);
    }

    ParticipantInfo remove(String identity, DisconnectReason reason) {
        ParticipantInfo gone = get(identity).toBuilder()
                .setState(ParticipantInfo.State.DISCONNECTED)
                .setDisconnectReason(reason)
                .build();
        participants.remove(identity);
        return gone;
    }

    /** How long the room stays open while nobody is in it. */
    Duration patience() {
        return Duration.ofSeconds(everJoined ? state.getDepartureTimeout() : state.getEmptyTimeout());
    }

    Optional<Long> replaceCloseTimer(@Nullable Long timer) {
        Optional<Long> before = Optional.ofNullable(closeTimer);
        closeTimer = timer;
        return before;
    }

    boolean isWaitingToClose() {
        return closeTimer != null;
    }

    static boolean isDependent(ParticipantInfo participant) {
        return participant.getKind() == Kind.AGENT || participant.getKind() == Kind.EGRESS;
    }

    private long humans() {
        return participants.values().stream()
                .filter(participant -> !isDependent(participant))
                .count();
    }
}
