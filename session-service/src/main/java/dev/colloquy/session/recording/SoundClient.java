package dev.colloquy.session.recording;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** webhook-service, which has put the sound into storage. */
@Path("/internal/conversations/{conversationId}/sound")
@RegisterRestClient(configKey = "webhook")
@OidcClientFilter
interface SoundClient {

    /** Deletes it; there may be none. */
    @DELETE
    Uni<Void> delete(@RestPath String conversationId);
}
