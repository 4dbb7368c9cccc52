package dev.colloquy.webhook.waiting;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.webhook.inspection.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For operators, of their own tenant's interviews; for administrators of the platform, of all. */
@Path("/api/operations/webhook/expectations")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
class ExpectationResource {

    private final ExpectationSearchService expectations;
    private final Caller caller;

    ExpectationResource(ExpectationSearchService expectations, Caller caller) {
        this.expectations = expectations;
        this.caller = caller;
    }

    @GET
    public Uni<ExpectationView.Page> list(
            @Valid @BeanParam ExpectationFilter filter, @Valid @BeanParam PageRequest page) {
        return expectations.list(filter, caller.is(Role.ADMIN) ? null : caller.tenant(), page);
    }
}
