package dev.colloquy.webhook.inspection;

import dev.colloquy.access.Role;
import dev.colloquy.webhook.delivery.DeliveryFilter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;

/** For administrators of the platform only, but for services' bodies: deliveries are of all tenants. */
@Path("/")
class DeliveryResource {

    private final InspectionService deliveries;

    DeliveryResource(InspectionService deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Path("/api/webhook-deliveries")
    @RolesAllowed(Role.ADMIN)
    public Uni<DeliveryView.Page> list(@Valid @BeanParam DeliveryFilter filter, @Valid @BeanParam PageRequest page) {
        return deliveries.list(filter, page);
    }

    /** With its body, as far as no person shows in it. */
    @GET
    @Path("/api/webhook-deliveries/{id}")
    @RolesAllowed(Role.ADMIN)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<InspectionView> inspect(UUID id) {
        return deliveries.inspect(id);
    }

    /** The body exactly as it was sent. */
    @GET
    @Path("/internal/deliveries/{id}")
    @RolesAllowed(Role.SERVICE)
    public Uni<Response> body(UUID id) {
        return deliveries
                .get(id)
                .map(delivery ->
                        Response.ok(delivery.body(), delivery.contentType()).build());
    }
}
