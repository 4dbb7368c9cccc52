package dev.colloquy.session.dispute;

import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/interviews/{id}")
class DisputeResource {

    private final DisputeService disputes;

    DisputeResource(DisputeService disputes) {
        this.disputes = disputes;
    }

    @POST
    @Path("dispute")
    @RolesAllowed(Role.INTERVIEWEE)
    @ResponseStatus(202)
    public Uni<Void> note(@RestPath UUID id, @NotNull @Valid DisputeRequest dispute) {
        return disputes.note(new InterviewId(id), dispute);
    }

    @GET
    @Path("disputes")
    @RolesAllowed({Role.INTERVIEWEE, Role.RECRUITER, Role.REVIEWER})
    public Uni<DisputeView.Page> read(@RestPath UUID id) {
        return disputes.read(new InterviewId(id));
    }
}
