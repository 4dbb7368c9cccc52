package dev.colloquy.session.parking;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/parked-conversations")
@RolesAllowed(Role.OPERATOR)
class ParkedConversationResource {

    private final ParkedConversationService parked;
    private final Caller caller;

    ParkedConversationResource(ParkedConversationService parked, Caller caller) {
        this.parked = parked;
        this.caller = caller;
    }

    @GET
    public Uni<ParkedConversationView.Page> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return parked.list(caller.tenant(), page, size);
    }

    @POST
    @Path("{conversationId}/resolve")
    @ResponseStatus(202)
    public Uni<Void> resolve(
            @RestPath @Size(max = 128) @Pattern(regexp = "\\P{Cntrl}*") String conversationId,
            @NotNull @Valid ResolveRequest decision) {
        return parked.resolve(caller.tenant(), conversationId, decision.interview());
    }
}
