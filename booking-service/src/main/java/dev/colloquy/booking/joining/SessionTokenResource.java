package dev.colloquy.booking.joining;

import dev.colloquy.booking.bearer.CandidateBearers;
import dev.colloquy.booking.link.LinkBearing;
import dev.colloquy.booking.link.LinkToken;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/bookings/{token}/session-token")
class SessionTokenResource {

    private final JoiningService joining;
    private final CandidateBearers bearers;

    SessionTokenResource(JoiningService joining, CandidateBearers bearers) {
        this.joining = joining;
        this.bearers = bearers;
    }

    @POST
    @LinkBearing
    @PermitAll
    public Uni<SessionTokenView> renew(@RestPath String token) {
        return joining.identify(new LinkToken(token)).map(bearers::bearerFor).map(SessionTokenView::of);
    }
}
