package dev.colloquy.session.position;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.session.revision.Revision;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

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
    public Uni<PositionView.Page> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return positions.list(caller.tenant(), page, size);
    }

    @POST
    @RolesAllowed(Role.RECRUITER)
    public Uni<RestResponse<PositionView>> create(@NotNull @Valid PositionRequest wish) {
        return positions
                .create(caller.tenant(), wish)
                .map(view -> tagged(ResponseBuilder.created(URI.create("/api/positions/" + view.id())), view));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER, Role.OPERATOR})
    public Uni<RestResponse<PositionView>> get(@RestPath UUID id) {
        return positions.get(caller.tenant(), id).map(view -> tagged(ResponseBuilder.ok(), view));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.RECRUITER)
    public Uni<RestResponse<PositionView>> change(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PositionRequest wish) {
        return positions
                .change(caller.tenant(), id, Revision.ofIfMatch(ifMatch), wish)
                .map(view -> tagged(ResponseBuilder.ok(), view));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.RECRUITER)
    public Uni<Void> delete(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return positions.delete(caller.tenant(), id, Revision.ofIfMatch(ifMatch));
    }

    private static RestResponse<PositionView> tagged(ResponseBuilder<PositionView> answer, PositionView view) {
        return answer.entity(view).tag(new Revision(view.version()).tag()).build();
    }
}
