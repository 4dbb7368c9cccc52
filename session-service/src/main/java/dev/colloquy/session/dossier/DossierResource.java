package dev.colloquy.session.dossier;

import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/internal/interviews/{id}/dossier")
class DossierResource {

    private final DossierService dossiers;

    DossierResource(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    public Uni<DossierView> read(@RestPath UUID id, @RestQuery @Nullable Integer version) {
        return dossiers.of(new InterviewId(id), version);
    }
}
