package dev.colloquy.gateway.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** session-service's transcripts, written with the credential of this service. */
@Path("/api/interviews")
@OidcClientFilter
@RegisterRestClient(configKey = "session")
interface TranscriptClient {

    /**
     * A batch.
     *
     * @param completed whether nothing more comes from this source
     * @param source whose words these are, where they are not ours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Batch(
            List<Entry> entries,
            boolean completed,
            @Nullable String source) {}

    @POST
    @Path("/{id}/transcript")
    Uni<Void> append(@PathParam("id") String interviewId, Batch batch);
}
