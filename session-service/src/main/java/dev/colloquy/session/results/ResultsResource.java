package dev.colloquy.session.results;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.InterviewIds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/interviews")
class ResultsResource {

    private final ResultsService results;
    private final Caller caller;

    ResultsResource(ResultsService results, Caller caller) {
        this.results = results;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER, Role.OPERATOR})
    public Uni<InterviewPage> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int size) {
        return results.list(caller.tenant(), page, size);
    }

    @GET
    @Path("by-session/{sessionId}")
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE, Role.RECRUITER, Role.REVIEWER})
    public Uni<SessionView> bySession(@RestPath @Size(max = 128) @Pattern(regexp = "\\P{Cntrl}*") String sessionId) {
        if (caller.is(Role.INTERVIEWEE)) {
            return results.ofInterview(InterviewIds.ofSession(sessionId));
        }
        return caller.is(Role.CANDIDATE)
                ? results.ofOwnSession(caller.tenant(), caller.subject(), sessionId)
                : results.ofSession(caller.tenant(), sessionId);
    }

    @GET
    @Path("{id}/results")
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE, Role.RECRUITER, Role.REVIEWER})
    @APIResponseSchema(ResultsView.class)
    public Uni<Response> results(@RestPath UUID id, @Context Request request) {
        return results.results(new InterviewId(id), tag -> request.evaluatePreconditions(etag(tag)) != null)
                .map(tagged -> (tagged.results() == null ? Response.notModified() : Response.ok(tagged.results()))
                        .tag(etag(tagged.tag()))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build());
    }

    /** Weak: the same content, not the same bytes. */
    private static EntityTag etag(String tag) {
        return new EntityTag(tag, true);
    }

    @GET
    @Path("{id}/why")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @RolesAllowed({Role.RECRUITER, Role.REVIEWER, Role.OPERATOR})
    public Uni<WhyView> why(@RestPath UUID id) {
        return results.why(new InterviewId(id));
    }
}
