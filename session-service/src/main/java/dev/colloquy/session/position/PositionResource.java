package dev.colloquy.session.position;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/api/positions")
class PositionResource {

    private final PositionService positions;
    private final Caller caller;

    PositionResource(PositionService positions, Caller caller) {
        this.positions = positions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER, Role.OPERATOR})
    public Uni<PositionView.Page> list() {
        return positions.list(caller.tenant());
    }

    @POST
    @RolesAllowed(Role.RECRUITER)
    public Uni<PositionView> create(@NotNull @Valid PositionRequest wish) {
        return positions.create(caller.tenant(), wish);
    }
}
