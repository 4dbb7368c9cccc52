package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
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
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRoom.CreateRoomRequest;

/** All recordings, the ended ones for 24 hours, and the virtual recorder each one has in its room. */
public final class Recorders implements RoomAudience {

    private static final Duration UNTIL_ACTIVE = Duration.ofMillis(300);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Rooms rooms;
    private final Webhooks webhooks;
    private final Uploads uploads;
    private final SimulatedTime time;
    private final Ids ids;
    private final Map<String, Recording> byId = new LinkedHashMap<>();

    public Recorders(Rooms rooms, Webhooks webhooks, Uploads uploads, SimulatedTime time, Ids ids) {
        this.rooms = rooms;
        this.webhooks = webhooks;
        this.uploads = uploads;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        if (request.getEgress().hasRoom()) {
            start(request.getEgress().getRoom().toBuilder()
                    .setRoomName(room.name())
                    .build());
        }
    }

    @Override
    public void closing(LiveRoom room) {
        live().stream()
                .filter(recording -> recording.room().equals(room))
                .forEach(recording -> end(recording, "Source closed"));
    }

    Recording start(RoomCompositeEgressRequest request) {
        LiveRoom room = rooms.get(request.getRoomName());
        Recording recording = new Recording(ids.next("EG_", 12), room, request, time.nowNanos());
        if (request.getFileOutputsCount() == 0) {
            throw new TwirpError(Code.INVALID_ARGUMENT, "request has missing or invalid field: output");
        }
        byId.put(recording.id(), recording);
        announce("egress_started", recording);
        time.after(UNTIL_ACTIVE, () -> activate(recording));
        return recording;
    }

    Recording stop(String egressId) {
        Recording recording = byId.get(egressId);
        if (recording == null) {
            throw new TwirpError(Code.NOT_FOUND, "egress does not exist");
        }
        end(recording, "StopEgress API");
        return recording;
    }

    List<Recording> all() {
        byId.values().removeIf(recording -> recording.endedBefore(time.now().minus(REMEMBERED)));
        return List.copyOf(byId.values());
    }

    private List<Recording> live() {
        return byId.values().stream().filter(Recording::isLive).toList();
    }

    private void activate(Recording recording) {
        if (!recording.isLive()) {
            return;
        }
        recording.activate(time.nowNanos());
        recording.room().recording(true);
        rooms.join(
                recording.room(),
                ParticipantInfo.newBuilder().setIdentity(recording.id()).setKind(ParticipantInfo.Kind.EGRESS));
        announce("egress_updated", recording);
    }

    private void end(Recording recording, String reason) {
        recording.end(reason, time.nowNanos());
        if (!recording.isEnding()) {
            announce("egress_ended", recording);
            return;
        }
        announce("egress_updated", recording);
        uploads.upload(recording).onComplete(_ -> finish(recording));
    }

    private void finish(Recording recording) {
        LiveRoom room = recording.room();
        room.recording(live().stream().anyMatch(other -> other.room().equals(room)));
        rooms.find(room.name())
                .filter(room::equals)
                .filter(live -> live.has(recording.id()))
                .ifPresent(live -> rooms.leave(live, recording.id(), DisconnectReason.CLIENT_INITIATED));
        announce("egress_ended", recording);
    }

    private void announce(String event, Recording recording) {
        webhooks.egress(event, recording.room(), recording.view(), recording.webhooks());
    }
}
