package dev.colloquy.gateway.ticket;

import dev.colloquy.access.Caller;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.interview.LiveInterviews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

@Path("/api/interview-start")
class InterviewStartResource {

    private final Caller caller;
    private final LiveInterviews interviews;
    private final TicketService tickets;
    private final TicketConfig config;

    InterviewStartResource(Caller caller, LiveInterviews interviews, TicketService tickets, TicketConfig config) {
        this.caller = caller;
        this.interviews = interviews;
        this.tickets = tickets;
        this.config = config;
    }

    /** Gives the interviewee a ticket for a socket, while his interview is live. */
    @POST
    @RolesAllowed(Role.INTERVIEWEE)
    public Uni<InterviewStartView> start(
            @NotNull @Valid InterviewStartRequest request, @HeaderParam("Origin") @Nullable String origin) {
        var interview = InterviewId.of(request.sessionId());
        caller.requireOwn(interview);
        InterviewTrail.mark(interview);
        var tenant = caller.tenant();
        return interviews
                .context(interview)
                .chain(_ -> tickets.issue(interview, tenant, origin))
                .map(issued -> InterviewStartView.of(issued, config));
    }
}
