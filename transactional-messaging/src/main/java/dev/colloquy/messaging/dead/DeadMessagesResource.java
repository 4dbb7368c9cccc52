package dev.colloquy.messaging.dead;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The operator's view of what died. Each service extends it with the path it is served at. For administrators only: the
 * payloads are of all tenants. The types in its signatures are public, or else the subclass in another package would not be
 * validated.
 */
@RolesAllowed("admin")
public abstract class DeadMessagesResource {

    private final DeadMessages dead;
    private final Supplier<String> author;

    /**
     * Serves the dead of this service.
     *
     * @param author who makes the current request, for the log
     */
    protected DeadMessagesResource(DeadMessages dead, Supplier<String> author) {
        this.dead = dead;
        this.author = author;
    }

    @GET
    public Uni<DeadMessage.Page> list(@Valid @BeanParam DeadMessageFilter filter) {
        return dead.list(filter);
    }

    @GET
    @Path("/{id}")
    public Uni<DeadMessage> get(DeadMessageId id) {
        return dead.get(id);
    }

    @POST
    @Path("/{id}/replay")
    public Uni<Void> replay(DeadMessageId id) {
        return dead.replay(id, author.get());
    }

    @POST
    @Path("/replay")
    public Uni<DeadMessage.Replayed> replayAll(
            @RestQuery @NotNull @Pattern(regexp = DeadMessageFilter.KINDS, message = DeadMessageFilter.KNOWN_KINDS)
                    String kind) {
        return dead.replayAll(DeadMessageKind.of(kind), author.get());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> discard(DeadMessageId id) {
        return dead.discard(id, author.get());
    }
}
