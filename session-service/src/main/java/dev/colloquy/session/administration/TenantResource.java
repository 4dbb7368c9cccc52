package dev.colloquy.session.administration;

import dev.colloquy.access.Role;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.revision.Revision;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/api/tenants")
class TenantResource {

    private final TenantService tenants;

    TenantResource(TenantService tenants) {
        this.tenants = tenants;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<TenantView.Page> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return tenants.list(page, size);
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    public Uni<RestResponse<TenantView>> create(@NotNull @Valid NewTenantRequest wish) {
        return tenants.create(wish)
                .map(view -> tagged(ResponseBuilder.created(URI.create("/api/tenants/" + view.tenant())), view));
    }

    @GET
    @Path("{tenant}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RestResponse<TenantView>> get(@RestPath TenantId tenant) {
        return tenants.get(tenant).map(view -> tagged(ResponseBuilder.ok(), view));
    }

    @PUT
    @Path("{tenant}")
    @RolesAllowed(Role.ADMIN)
    public Uni<RestResponse<TenantView>> change(
            @RestPath TenantId tenant,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TenantRequest wish) {
        return tenants.change(tenant, Revision.ofIfMatch(ifMatch), wish)
                .map(view -> tagged(ResponseBuilder.ok(), view));
    }

    @GET
    @Path("{tenant}/branding")
    @PermitAll
    @Cache(maxAge = 300)
    public Uni<BrandingView> branding(@RestPath TenantId tenant) {
        return tenants.branding(tenant);
    }

    private static RestResponse<TenantView> tagged(ResponseBuilder<TenantView> answer, TenantView view) {
        return answer.entity(view).tag(new Revision(view.version()).tag()).build();
    }
}
