package dev.colloquy.gateway.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.socket.SeatBulletin;
import dev.colloquy.gateway.ticket.TicketService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;

@Path("/api/websocket/close-connection")
class CloseConnectionResource {

    record Answer(String message) {}

    private static final Answer CLOSED = new Answer("WebSocket connection closed successfully");

    private final Caller caller;
    private final TicketService tickets;
    private final SeatBulletin bulletin;

    CloseConnectionResource(Caller caller, TicketService tickets, SeatBulletin bulletin) {
        this.caller = caller;
        this.tickets = tickets;
        this.bulletin = bulletin;
    }

    /** Closes the sockets of an interview on every replica. None open is fine. */
    @POST
    @RolesAllowed({Role.OPERATOR, Role.SERVICE})
    public Uni<Answer> close(@NotNull @Valid CloseConnectionRequest request) {
        var interview = InterviewId.of(request.sessionId());
        InterviewTrail.mark(interview);
        var own = caller.is(Role.SERVICE) ? Optional.<TenantId>empty() : Optional.of(caller.tenant());
        return tickets.findTenant(interview)
                .invoke(tenant -> requireOwn(own, tenant))
                .chain(() -> bulletin.close(interview))
                .replaceWith(CLOSED);
    }

    /** An operator may not touch another tenant's interview; one that never had a socket is nobody's. */
    private static void requireOwn(Optional<TenantId> own, Optional<TenantId> tenant) {
        if (own.isPresent() && tenant.isPresent() && !own.equals(tenant)) {
            throw new InterviewNotFound();
        }
    }
}
