package dev.colloquy.session.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/interviews/{id}/events")
class LiveResource {

    private final LiveService interviews;
    private final LiveFeed feed;
    private final Caller caller;
    private final ObjectMapper json;

    LiveResource(LiveService interviews, LiveFeed feed, Caller caller, ObjectMapper json) {
        this.interviews = interviews;
        this.feed = feed;
        this.caller = caller;
        this.json = json;
    }

    /** The answer begins when it is known that the caller may have it; refusals are ordinary answers. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE, Role.RECRUITER, Role.REVIEWER})
    public Uni<Void> watch(
            @RestPath UUID id,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context RoutingContext http) {
        var interview = new InterviewId(id);
        var expiresAt = caller.bearerExpiresAt();
        var stream = new LiveStream(sink, sse, json, lastEventId);
        return interviews
                .admit(interview)
                .invoke(() -> unbuffered(http, stream))
                .invoke(tenant -> feed.add(stream, interview, tenant, expiresAt))
                .replaceWithVoid();
    }

    private static void unbuffered(RoutingContext http, LiveStream stream) {
        http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
        http.addEndHandler(_ -> stream.gone());
    }
}
