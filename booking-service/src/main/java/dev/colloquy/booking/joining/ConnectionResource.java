package dev.colloquy.booking.joining;

import dev.colloquy.booking.bearer.CandidateBearers;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.joining.ConnectionView.IceServer;
import dev.colloquy.booking.link.LinkBearing;
import dev.colloquy.booking.link.LinkToken;
import dev.colloquy.booking.room.LiveKitConfig;
import dev.colloquy.booking.room.RoomTokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;

@Path("/api/connection-details")
class ConnectionResource {

    private final Door door;
    private final RoomTokens rooms;
    private final CandidateBearers bearers;
    private final LiveKitConfig config;

    ConnectionResource(Door door, RoomTokens rooms, CandidateBearers bearers, LiveKitConfig config) {
        this.door = door;
        this.rooms = rooms;
        this.bearers = bearers;
        this.config = config;
    }

    @POST
    @LinkBearing
    @PermitAll
    public Uni<ConnectionView> connect(@NotNull @Valid ConnectionRequest request) {
        request.requireAgent(config.agentName());
        return door.enter(new LinkToken(Objects.requireNonNull(request.token())))
                .map(this::seat);
    }

    private ConnectionView seat(Booking booking) {
        var interview = booking.interviewId();
        return new ConnectionView(
                rooms.serverUrl().orElse(null),
                interview.roomName(),
                RoomTokens.PARTICIPANT_NAME,
                rooms.tokenFor(interview).orElse(null),
                interview,
                bearers.bearerFor(booking).token(),
                booking.provider(),
                config.iceServers().map(IceServer::new).map(List::of).orElse(List.of()));
    }
}
