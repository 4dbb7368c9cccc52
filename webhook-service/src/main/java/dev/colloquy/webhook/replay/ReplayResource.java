package dev.colloquy.webhook.replay;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.access.refusal.StrictJson;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** For administrators of the platform only: deliveries are of all tenants. */
@Path("/")
@RolesAllowed(Role.ADMIN)
class ReplayResource {

    private final ReplayService replays;
    private final Caller caller;

    ReplayResource(ReplayService replays, Caller caller) {
        this.replays = replays;
        this.caller = caller;
    }

    /** Replays one; with {@code conflict} also one that came in conflict with another, which publishes its content. */
    @POST
    @Path("/api/webhook-deliveries/{id}/replay")
    @ResponseStatus(202)
    public Uni<Void> replay(UUID id, @RestQuery boolean conflict) {
        return replays.replay(id, conflict, caller.subject());
    }

    @POST
    @Path("/api/webhook-deliveries/replay")
    @CustomDeserialization(StrictJson.class)
    public Uni<ReplayService.Replayed> replayAll(@NotNull @Valid ReplayRequest request) {
        return replays.replayAll(request.filter(), caller.subject());
    }
}
