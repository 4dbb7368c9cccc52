package dev.colloquy.gateway;

import dev.colloquy.access.Problems;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.SessionUnavailable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal of this service. */
public class GatewayProblems {

    @ServerExceptionMapper
    public Response notFound(InterviewNotFound e) {
        return Problems.problem(404, "interview-not-found", "There is no such interview")
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response notLive(InterviewNotLive e) {
        return Problems.problem(409, "interview-not-live", "This interview is not live")
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response sessionUnavailable(SessionUnavailable e) {
        return Problems.problem(503, "session-unavailable", "The interview cannot be looked up at the moment")
                .withHeader(HttpHeaders.RETRY_AFTER, "2")
                .build()
                .toResponse();
    }
}
