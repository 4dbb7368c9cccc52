package dev.colloquy.webhook.sound;

import dev.colloquy.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

@Path("/internal/conversations/{conversationId}/sound")
@RolesAllowed(Role.SERVICE)
class SoundResource {

    private final SoundService sounds;

    SoundResource(SoundService sounds) {
        this.sounds = sounds;
    }

    /** There may be none. */
    @DELETE
    public Uni<Void> forget(@RestPath @Pattern(regexp = "[A-Za-z0-9_-]{1,100}") String conversationId) {
        return sounds.forget(conversationId);
    }
}
