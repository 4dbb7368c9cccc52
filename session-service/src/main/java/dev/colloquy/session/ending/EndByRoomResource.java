package dev.colloquy.session.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Persistence;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/interviews/by-room/{roomName}/end")
class EndByRoomResource {

    private final EndingService endings;
    private final Caller caller;
    private final EndingConfig config;

    EndByRoomResource(EndingService endings, Caller caller, EndingConfig config) {
        this.endings = endings;
        this.caller = caller;
        this.config = config;
    }

    @POST
    @RolesAllowed({Role.INTERVIEWEE, Role.OPERATOR, Role.SERVICE, Role.AGENT})
    public Uni<InterviewView> end(@RestPath String roomName) {
        var interview = InterviewId.ofRoom(roomName).orElseThrow(InterviewNotFound::new);
        var author = EndAuthor.of(caller, null);
        return Persistence.whileAway(() -> endings.end(interview, author), config.patience());
    }
}
