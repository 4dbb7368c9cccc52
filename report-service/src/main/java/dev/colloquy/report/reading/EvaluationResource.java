package dev.colloquy.report.reading;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/internal/interviews/{id}/evaluation")
class EvaluationResource {

    private final ReadingService reports;

    EvaluationResource(ReadingService reports) {
        this.reports = reports;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    public Uni<EvaluationView> evaluation(UUID id, @RestQuery @Nullable Integer version) {
        InterviewTrail.mark(new InterviewId(id));
        return reports.evaluation(id, version);
    }
}
