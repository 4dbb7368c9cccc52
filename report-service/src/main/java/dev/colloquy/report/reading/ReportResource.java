package dev.colloquy.report.reading;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

@Path("/api/reports")
@RolesAllowed({Role.RECRUITER, Role.REVIEWER})
class ReportResource {

    private final ReadingService reports;
    private final Caller caller;

    ReportResource(ReadingService reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    public Uni<ReportSummary.Page> list(@Valid @BeanParam PageRequest page) {
        return reports.list(caller.tenant(), page);
    }

    @GET
    @Path("/{id}")
    public Uni<ReportView> get(UUID id) {
        return reports.get(caller.tenant(), id);
    }
}
