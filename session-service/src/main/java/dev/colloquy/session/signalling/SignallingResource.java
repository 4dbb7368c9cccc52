package dev.colloquy.session.signalling;

import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/internal/interviews/{id}/signalling")
class SignallingResource {

    private final SignallingService signalling;

    SignallingResource(SignallingService signalling) {
        this.signalling = signalling;
    }

    @POST
    @RolesAllowed(Role.SERVICE)
    public Uni<Void> add(@RestPath UUID id, @NotNull @Valid SignallingRequest seen) {
        return signalling.add(new InterviewId(id), seen.signals());
    }
}
