package dev.colloquy.simulators.livekit.egress;

import com.google.protobuf.Message;
import dev.colloquy.simulators.livekit.twirp.Grants;
import dev.colloquy.simulators.livekit.twirp.Twirp;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;

/** {@code livekit.Egress}, as far as rooms are recorded. */
public final class EgressResource {

    private final Recorders recorders;

    public EgressResource(Recorders recorders) {
        this.recorders = recorders;
    }

    public void mount(Twirp twirp) {
        twirp.method("Egress/StartRoomCompositeEgress", RoomCompositeEgressRequest.parser(), this::start);
        twirp.method("Egress/StopEgress", StopEgressRequest.parser(), this::stop);
        twirp.method("Egress/ListEgress", ListEgressRequest.parser(), this::list);
    }

    private Message start(Grants grants, RoomCompositeEgressRequest request) {
        grants.require("roomRecord");
        return recorders.start(request).view();
    }

    private Message stop(Grants grants, StopEgressRequest request) {
        grants.require("roomRecord");
        return recorders.stop(request.getEgressId()).view();
    }

    private Message list(Grants grants, ListEgressRequest request) {
        grants.require("roomRecord");
        return ListEgressResponse.newBuilder()
                .addAllItems(recorders.all().stream()
                        .filter(recording -> !request.getActive() || recording.isLive())
                        .map(Recording::view)
                        .filter(egress -> request.getRoomName().isEmpty()
                                || request.getRoomName().equals(egress.getRoomName()))
                        .filter(egress -> request.getEgressId().isEmpty()
                                || request.getEgressId().equals(egress.getEgressId()))
                        .toList())
                .build();
    }
}
