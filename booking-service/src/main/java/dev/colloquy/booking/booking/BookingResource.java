package dev.colloquy.booking.booking;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.booking.link.LinkBearing;
import dev.colloquy.booking.link.LinkToken;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/bookings")
class BookingResource {

    private final BookingService bookings;
    private final Caller caller;

    BookingResource(BookingService bookings, Caller caller) {
        this.bookings = bookings;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER})
    public Uni<BookingListView> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return bookings.list(caller.tenant(), page, size);
    }

    @GET
    @Path("/{token}")
    @LinkBearing
    @PermitAll
    public Uni<BookingView> show(@RestPath String token) {
        return bookings.show(new LinkToken(token));
    }
}
