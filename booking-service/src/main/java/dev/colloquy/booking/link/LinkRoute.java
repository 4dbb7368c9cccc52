package dev.colloquy.booking.link;

import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Where a link leads. A booking has several: one in the answer to the candidate and one for each retried mail. */
@Entity
@Table(name = "booking_route")
public class LinkRoute {

    @Id
    String tokenHash;

    String tenant;
    UUID bookingId;

    protected LinkRoute() {}

    LinkRoute(LinkToken token, TenantId tenant, UUID bookingId) {
        this.tokenHash = token.hash();
        this.tenant = tenant.value();
        this.bookingId = bookingId;
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    public UUID bookingId() {
        return bookingId;
    }
}
