package dev.colloquy.session.admission;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/internal/interviews/{id}/admission")
class AdmissionResource {

    private final AdmissionService admissions;

    AdmissionResource(AdmissionService admissions) {
        this.admissions = admissions;
    }

    @PUT
    @RolesAllowed(Role.SERVICE)
    public Uni<AdmissionView> admit(@RestPath UUID id, @NotNull @Valid AdmissionRequest who) {
        var interview = new InterviewId(id);
        InterviewTrail.mark(interview);
        return admissions.admit(interview, who);
    }
}
