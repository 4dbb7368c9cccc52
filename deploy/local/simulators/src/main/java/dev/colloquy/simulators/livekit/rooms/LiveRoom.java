package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.livekit.twirp.TwirpError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import livekit.LivekitModels.Codec;
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
    private static final List<Codec> ENABLED_CODECS = Stream.of(
                    "audio/PCMU",
                    "audio/PCMA",
                    "audio/opus",
                    "audio/red",
                    "video/VP8",
                    "video/H264",
                    "video/VP9",
                    "video/AV1",
                    "video/H265",
                    "video/rtx")
            .map(mime -> Codec.newBuilder().setMime(mime).build())
            .toList();

    private record RpcMethod(String identity, String name) {}

    private final Room.Builder state;
    private final Map<String, ParticipantInfo> participants = new LinkedHashMap<>();
    private final Map<RpcMethod, String> rpcAnswers = new HashMap<>();
    private final DataPackets data = new DataPackets();
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
                .addAllEnabledCodecs(ENABLED_CODECS)
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
        return state.setNumParticipants((int) humans())
                .setNumPublishers((int) count(ParticipantInfo::getIsPublisher))
                .setActiveRecording(count(participant -> participant.getKind() == Kind.EGRESS) > 0)
                .build();
    }

    /** What events about tracks and recordings carry of their room. */
    public Room reference() {
        return Room.newBuilder().setSid(sid()).setName(name()).build();
    }

    public boolean has(String identity) {
        return participants.containsKey(identity);
    }

    void describe(String metadata) {
        state.setMetadata(metadata);
    }

    DataPackets data() {
        return data;
    }

    /** Who gets a packet that is meant for these; for nobody in particular: everybody but its sender. */
    List<String> receivers(String sender, List<String> wanted) {
        return participants.keySet().stream()
                .filter(identity -> !identity.equals(sender))
                .filter(identity -> wanted.isEmpty() || wanted.contains(identity))
                .toList();
    }

    /** What a virtual participant answers when the method is called. */
    void answerRpc(String identity, String method, String payload) {
        rpcAnswers.put(new RpcMethod(identity, method), payload);
    }

    Optional<String> rpcAnswer(String identity, String method) {
        return Optional.ofNullable(rpcAnswers.get(new RpcMethod(identity, method)));
    }

    public List<ParticipantInfo> participants() {
        return List.copyOf(participants.values());
    }

    public Optional<ParticipantInfo> find(String identity) {
        return Optional.ofNullable(participants.get(identity));
    }

    ParticipantInfo get(String identity) {
        return find(identity)
                .orElseThrow(() -> new TwirpError(TwirpError.Code.NOT_FOUND, "participant does not exist"));
    }

    boolean isFull() {
        return state.getMaxParticipants() > 0 && humans() >= state.getMaxParticipants();
    }

    /** Nobody but agents and recorders is here. */
    boolean isEmpty() {
        return humans() == 0;
    }

    void add(ParticipantInfo participant) {
        participants.put(participant.getIdentity(), participant);
        everJoined |= !isDependent(participant);
    }

    boolean wasEverJoined() {
        return everJoined;
    }

    void replace(ParticipantInfo participant) {
        participants.put(participant.getIdentity(), participant);
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

    public static boolean isDependent(ParticipantInfo participant) {
        return participant.getKind() == Kind.AGENT || participant.getKind() == Kind.EGRESS;
    }

    private long humans() {
        return count(participant -> !isDependent(participant));
    }

    private long count(Predicate<ParticipantInfo> which) {
        return participants.values().stream().filter(which).count();
    }
}
