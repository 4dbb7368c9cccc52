package dev.colloquy.booking.link;

import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

@ApplicationScoped
public class LinkRepository implements PanacheRepositoryBase<LinkRoute, String> {

    private final SecureRandom random = new SecureRandom();

    /** A new link to the booking, valid when the caller's transaction commits. */
    public Uni<LinkToken> mint(TenantId tenant, UUID bookingId) {
        var token = LinkToken.mint(random);
        return persist(new LinkRoute(token, tenant, bookingId)).replaceWith(token);
    }

    /**
     * Follows a link. Whatever is presented, well-formed or not, costs the same look-up.
     *
     * @throws UnknownLink when it leads nowhere
     */
    public Uni<LinkRoute> get(LinkToken presented) {
        return findById(presented.hash()).onItem().ifNull().failWith(UnknownLink::new);
    }
}
