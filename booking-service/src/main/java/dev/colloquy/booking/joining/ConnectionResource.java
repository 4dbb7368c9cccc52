package dev.colloquy.booking.joining;

import dev.colloquy.booking.link.LinkBearing;
import dev.colloquy.booking.link.LinkToken;
import dev.colloquy.booking.room.RoomConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;

@Path("/api/connection-details")
class ConnectionResource {

    private final Door door;
    private final Seats seats;
    private final RoomConfig config;

    ConnectionResource(Door door, Seats seats, RoomConfig config) {
        this.door = door;
        this.seats = seats;
        this.config = config;
    }

    @POST
    @LinkBearing
    @PermitAll
    public Uni<ConnectionView> connect(@NotNull @Valid ConnectionRequest request) {
        request.requireAgent(config.agentName());
        return door.enter(new LinkToken(Objects.requireNonNull(request.token())))
                .map(seats::seatFor);
    }
}
