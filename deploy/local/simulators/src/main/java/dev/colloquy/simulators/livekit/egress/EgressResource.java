package dev.colloquy.simulators.livekit.egress;

import com.google.protobuf.Message;
import dev.colloquy.simulators.livekit.rooms.Rooms;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import java.util.List;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StartEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;

/** {@code livekit.Egress}, as far as rooms are recorded. */
final class EgressResource {

    private final Rooms rooms;
    private final Recorders recorders;
    private final Connection connection;

    EgressResource(Rooms rooms, Recorders recorders, Connection connection) {
        this.rooms = rooms;
        this.recorders = recorders;
        this.connection = connection;
    }

    void mount(Twirp twirp) {
        twirp.method("Egress/StartEgress", StartEgressRequest.parser(), this::start);
        twirp.method("Egress/StartRoomCompositeEgress", RoomCompositeEgressRequest.parser(), this::startComposite);
        twirp.method("Egress/StopEgress", StopEgressRequest.parser(), this::stop);
        twirp.method("Egress/ListEgress", ListEgressRequest.parser(), this::list);
    }

    private void admit(Grants grants) {
        grants.require("roomRecord");
        connection.require();
    }

    private Message start(Grants grants, StartEgressRequest request) {
        admit(grants);
        return recorders.start(rooms.get(request.getRoomName()), RecordingOrder.of(request));
    }

    private Message startComposite(Grants grants, RoomCompositeEgressRequest request) {
        admit(grants);
        return recorders.start(rooms.get(request.getRoomName()), RecordingOrder.of(request));
    }

    private Message stop(Grants grants, StopEgressRequest request) {
        admit(grants);
        return recorders.stop(request.getEgressId());
    }

    /** Asked for an id, LiveKit looks at nothing else, and refuses one it does not know. */
    private Message list(Grants grants, ListEgressRequest request) {
        admit(grants);
        List<Recording> found = request.getEgressId().isEmpty()
                ? recorders.all().stream()
                        .filter(recording -> !request.getActive() || !recording.isOver())
                        .filter(recording -> request.getRoomName().isEmpty()
                                || request.getRoomName().equals(recording.room().name()))
                        .toList()
                : List.of(recorders.get(request.getEgressId()));
        return ListEgressResponse.newBuilder()
                .addAllItems(found.stream().map(Recording::view).toList())
                .build();
    }
}
