package dev.colloquy.session.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.messaging.Persistence;
import dev.colloquy.session.interview.InterviewIds;
import dev.colloquy.session.interview.InterviewView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/api/session/end-session")
class EndSessionResource {

    private final EndingService endings;
    private final Caller caller;
    private final EndingConfig config;

    EndSessionResource(EndingService endings, Caller caller, EndingConfig config) {
        this.endings = endings;
        this.caller = caller;
        this.config = config;
    }

    @POST
    @RolesAllowed({Role.INTERVIEWEE, Role.OPERATOR, Role.SERVICE, Role.AGENT})
    public Uni<InterviewView> end(@NotNull @Valid EndSessionRequest session) {
        var interview = InterviewIds.ofSession(session.sessionId());
        var author = EndAuthor.of(caller, session.endedBy());
        return Persistence.whileAway(() -> endings.end(interview, author), config.patience());
    }
}
