package dev.colloquy.gateway.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.seat.SeatBulletin;
import dev.colloquy.gateway.ticket.TicketService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

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
        return (caller.is(Role.SERVICE) ? bulletin.close(interview) : closeOwn(interview, caller.tenant()))
                .replaceWith(CLOSED);
    }

    /** An operator may not touch another tenant's interview. One without a ticket never had a socket. */
    private Uni<Void> closeOwn(InterviewId interview, TenantId own) {
        return tickets.findTenant(interview)
                .invoke(tenant -> {
                    if (!own.equals(tenant.orElse(own))) {
                        throw new InterviewNotFound();
                    }
                })
                .chain(tenant -> tenant.isPresent()
                        ? bulletin.close(interview)
                        : Uni.createFrom().voidItem());
    }
}
