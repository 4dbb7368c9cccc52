package dev.colloquy.session.signalling;

import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/interviews/{id}/signalling")
class DiagnosisResource {

    private final SignallingService signalling;

    DiagnosisResource(SignallingService signalling) {
        this.signalling = signalling;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    public Uni<SignallingView> read(@RestPath UUID id) {
        return signalling.read(new InterviewId(id));
    }
}
