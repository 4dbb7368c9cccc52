package dev.colloquy.booking.bearer;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

@Path("/.well-known/jwks.json")
class KeysResource {

    private final CandidateKey key;

    KeysResource(CandidateKey key) {
        this.key = key;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response keys() {
        return Response.ok(key.keySet())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
