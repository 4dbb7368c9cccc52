package dev.colloquy.gateway.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** session-service's transcripts, written with the credential of this service. */
@Path("/api/interviews")
@OidcClientFilter
@RegisterRestClient(configKey = "session")
interface TranscriptClient {

    /** {@code source} says whose words these are: not ours. */
    record Batch(List<Entry> entries, String source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @JsonProperty("item_id") String itemId,
            Turn.Speaker speaker,
            String text,
            Instant timestamp,
            @JsonProperty("previous_item_id") @Nullable String previousItemId,
            int revision,
            boolean interrupted) {}

    @POST
    @Path("/{id}/transcript")
    Uni<Void> append(@PathParam("id") String interviewId, Batch batch);
}
