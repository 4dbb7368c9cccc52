package dev.colloquy.booking.joining;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Asks session-service to let a candidate in. Asking again changes nothing. */
@RegisterRestClient(configKey = "session")
@OidcClientFilter
@Path("/internal/interviews")
interface SessionClient {

    /** What session-service keeps of the booking from now on. */
    record AdmissionRequest(
            TenantId tenant,
            UUID candidateId,
            String firstName,
            @Nullable String resumeText,
            @Nullable UUID positionId,
            boolean consent,
            Provider provider,
            Instant scheduledAt) {

        @Override
        public String toString() {
            return "AdmissionRequest[hidden]";
        }
    }

    /** Whether the interview is live; if not, it is over. */
    record Admission(boolean live, String status, @Nullable Instant endedAt) {}

    @PUT
    @Path("/{id}/admission")
    Uni<Admission> admit(@RestPath InterviewId id, AdmissionRequest request);
}
