package dev.colloquy.webhook.elevenlabs;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** ElevenLabs' API. */
@Path("/v1/convai")
@RegisterRestClient(configKey = "elevenlabs")
interface ElevenLabsClient {

    @GET
    @Path("/conversations/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<byte[]> conversation(@HeaderParam("xi-api-key") String key, @RestPath String id);
}
