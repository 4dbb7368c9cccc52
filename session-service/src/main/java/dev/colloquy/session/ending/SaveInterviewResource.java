package dev.colloquy.session.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Persistence;
import dev.colloquy.session.interview.InterviewIds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/api/save-interview")
class SaveInterviewResource {

    private final SaveInterviewService interviews;
    private final Caller caller;
    private final EndingConfig config;

    SaveInterviewResource(SaveInterviewService interviews, Caller caller, EndingConfig config) {
        this.interviews = interviews;
        this.caller = caller;
        this.config = config;
    }

    record Saved(boolean success) {}

    @POST
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE})
    public Uni<Saved> save(@NotNull @Valid SaveInterviewRequest end) {
        return Persistence.whileAway(() -> keep(end), config.patience());
    }

    private Uni<Saved> keep(SaveInterviewRequest end) {
        var saving = caller.is(Role.INTERVIEWEE)
                ? interviews.saveBooked(ownInterview(end.clientSessionId()), end)
                : interviews.savePractice(caller.tenant(), caller.subject(), end);
        return saving.replaceWith(new Saved(true));
    }

    /** The session of a booked interview has the interview's id. */
    private InterviewId ownInterview(String clientSessionId) {
        var interview = InterviewIds.ofSession(clientSessionId);
        caller.requireOwn(interview);
        return interview;
    }
}
