package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.livekit.rooms.LiveRoom;
import dev.colloquy.simulators.livekit.rooms.RoomAudience;
import dev.colloquy.simulators.livekit.webhooks.Webhooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.ParticipantEgressRequest;
import livekit.LivekitEgress.TrackEgressRequest;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.RoomEgress;

/**
 * Rooms that want every participant or track recorded by itself. There is no recorder for that here, and so LiveKit's way
 * of saying "could not start" is what comes: {@code egress_ended}, failed, and without an egress id.
 */
final class AutoEgress implements RoomAudience {

    private final Webhooks webhooks;
    private final Connection connection;
    private final Map<String, RoomEgress> byRoomSid = new HashMap<>();

    AutoEgress(Webhooks webhooks, Connection connection) {
        this.webhooks = webhooks;
        this.connection = connection;
    }

    @Override
    public void created(LiveRoom room, CreateRoomRequest request) {
        byRoomSid.put(room.sid(), request.getEgress());
    }

    @Override
    public void published(LiveRoom room, ParticipantInfo publisher, TrackInfo track) {
        RoomEgress wanted = byRoomSid.getOrDefault(room.sid(), RoomEgress.getDefaultInstance());
        if (wanted.hasParticipant() && publisher.getTracksCount() == 1) {
            ParticipantEgressRequest request = ParticipantEgressRequest.newBuilder()
                    .setRoomName(room.name())
                    .setIdentity(publisher.getIdentity())
                    .build();
            announce(failed(room).setParticipant(request));
        }
        if (wanted.hasTracks()) {
            TrackEgressRequest request = TrackEgressRequest.newBuilder()
                    .setRoomName(room.name())
                    .setTrackId(track.getSid())
                    .build();
            announce(failed(room).setTrack(request));
        }
    }

    @Override
    public void finished(LiveRoom room) {
        byRoomSid.remove(room.sid());
    }

    private EgressInfo.Builder failed(LiveRoom room) {
        return EgressInfo.newBuilder()
                .setRoomId(room.sid())
                .setRoomName(room.name())
                .setStatus(EgressStatus.EGRESS_FAILED)
                .setError(connection.isUp() ? "no response from servers" : "egress launcher not found");
    }

    private void announce(EgressInfo.Builder failed) {
        webhooks.egress("egress_ended", failed.build(), List.of());
    }
}
