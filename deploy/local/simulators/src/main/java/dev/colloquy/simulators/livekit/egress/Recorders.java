package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.Permissions;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.TwirpError;
import dev.colloquy.simulators.livekit.twirp.TwirpError.Code;
import dev.colloquy.simulators.livekit.webhooks.Webhooks;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRoom.CreateRoomRequest;

/**
 * All recordings, the ended ones for 24 hours, and the virtual recorder each one has in its room. A recording becomes
 * active when there is something to hear; one that never heard anything is aborted.
 */
final class Recorders implements RoomAudience {

    private static final Duration UNTIL_CONNECTED = Duration.ofMillis(300);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int FAILED_CODE = 500;
    private static final String NEVER_STARTED = "Start signal not received";

    private final Rooms rooms;
    private final Webhooks webhooks;
    private final Uploads uploads;
    private final Connection connection;
    private final Optional<Duration> longest;
    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, Recording> byId = new LinkedHashMap<>();

    Recorders(
            Rooms rooms,
            Webhooks webhooks,
            Uploads uploads,
            Connection connection,
            Optional<Duration> longest,
            SimulatedTime time,
            Ids ids) {
        this.rooms = rooms;
        this.webhooks = webhooks;
        this.uploads = uploads;
        this.connection = connection;
        this.longest = longest;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        if (request.getEgress().hasRoom()) {
            connection.require();
            start(room, RecordingOrder.of(request.getEgress().getRoom()));
        }
    }

    @Override
    public void published(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {
        if (track.getType() == TrackType.AUDIO) {
            in(room).stream()
                    .filter(Recording::isStarting)
                    .filter(recording -> room.has(recording.id()))
                    .forEach(this::activate);
        }
    }

    @Override
    public void closing(LiveRoom room) {
        in(room).forEach(recording -> end(recording, "Source closed"));
    }

    EgressInfo start(LiveRoom room, RecordingOrder order) {
        Recording recording = new Recording(ids.next("EG_", 12), room, order, time.now());
        byId.put(recording.id(), recording);
        announce("egress_started", recording);
        time.after(UNTIL_CONNECTED, () -> connect(recording));
        return recording.view();
    }

    /** The answer is the state at that moment: an egress that had not started says so until its end is announced. */
    EgressInfo stop(String egressId) {
        Recording recording = get(egressId);
        recording.requireStoppable();
        if (recording.isStarting()) {
            recording.abort("Stop called before pipeline could start", "StopEgress API", time.now());
            EgressInfo answer = recording.view();
            abort(recording, "StopEgress API");
            return answer;
        }
        end(recording, "StopEgress API");
        return recording.view();
    }

    Recording get(String egressId) {
        return find(egressId).orElseThrow(() -> new TwirpError(Code.NOT_FOUND, "egress does not exist"));
    }

    Optional<Recording> find(String egressId) {
        forget();
        return Optional.ofNullable(byId.get(egressId));
    }

    List<Recording> all() {
        forget();
        return List.copyOf(byId.values());
    }

    private void forget() {
        byId.values().removeIf(recording -> recording.endedBefore(time.now().minus(REMEMBERED)));
    }

    /** Ends a recording as its own source would have it; nothing happens to one that is ending or over. */
    void end(Recording recording, String reason) {
        if (recording.isStarting()) {
            abort(recording, reason);
        } else if (recording.isActive()) {
            recording.finishSound(reason, time.now());
            announce("egress_updated", recording);
            store(recording);
        }
    }

    void reachLimit(Recording recording) {
        if (recording.isActive()) {
            recording.reachLimit(time.now());
            store(recording);
        }
    }

    void fail(Recording recording, String error) {
        recording.fail(error, FAILED_CODE, time.now());
        finish(recording);
    }

    private void abort(Recording recording, String reason) {
        recording.abort(NEVER_STARTED, reason, time.now());
        finish(recording);
    }

    private List<Recording> in(LiveRoom room) {
        return byId.values().stream()
                .filter(recording -> recording.room().equals(room))
                .toList();
    }

    private void connect(Recording recording) {
        if (!recording.isStarting()) {
            return;
        }
        LiveRoom room = recording.room();
        rooms.join(
                room,
                ParticipantInfo.newBuilder()
                        .setIdentity(recording.id())
                        .setKind(ParticipantInfo.Kind.EGRESS)
                        .setPermission(Permissions.recorder()));
        if (room.participants().stream()
                .flatMap(participant -> participant.getTracksList().stream())
                .anyMatch(track -> track.getType() == TrackType.AUDIO)) {
            activate(recording);
        }
    }

    private void activate(Recording recording) {
        recording.activate(time.now());
        announce("egress_updated", recording);
        longest.ifPresent(limit -> time.after(limit, () -> reachLimit(recording)));
    }

    private void store(Recording recording) {
        disconnect(recording);
        uploads.upload(recording).onComplete(_ -> announce("egress_ended", recording));
    }

    private void finish(Recording recording) {
        disconnect(recording);
        announce("egress_ended", recording);
    }

    /** A recorder in a room that closes is sent away with everybody else. */
    private void disconnect(Recording recording) {
        rooms.find(recording.room().name())
                .filter(recording.room()::equals)
                .filter(living -> living.has(recording.id()))
                .ifPresent(living -> rooms.leave(living, recording.id(), DisconnectReason.CLIENT_INITIATED));
    }

    private void announce(String event, Recording recording) {
        webhooks.egress(event, recording.view(), recording.order().webhooks());
    }
}
