package dev.colloquy.webhook.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** ElevenLabs' API. */
@Path("/v1/convai/conversations")
@RegisterRestClient(configKey = "elevenlabs")
@Produces(MediaType.APPLICATION_JSON)
interface ElevenLabsClient {

    @GET
    @Path("/{id}")
    Uni<byte[]> conversation(@HeaderParam("xi-api-key") String key, @RestPath String id);

    /** One page, the newest first. A condition on a variable reads {@code name:eq:value}; times are seconds since 1970. */
    @GET
    Uni<byte[]> list(
            @HeaderParam("xi-api-key") String key,
            @RestQuery("dynamic_variable_params") String variable,
            @RestQuery("call_start_after_unix") long after,
            @RestQuery("call_start_before_unix") long before,
            @RestQuery("page_size") int size,
            @RestQuery("cursor") @Nullable String cursor);
}
