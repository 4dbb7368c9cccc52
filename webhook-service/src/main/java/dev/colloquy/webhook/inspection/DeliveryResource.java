package dev.colloquy.webhook.inspection;

import dev.colloquy.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

@Path("/")
class DeliveryResource {

    private final InspectionService deliveries;

    DeliveryResource(InspectionService deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Path("/api/webhook-deliveries")
    @RolesAllowed(Role.ADMIN)
    public Uni<DeliveryView.Page> list(@Valid @BeanParam DeliveryFilter filter) {
        return deliveries.list(filter);
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
