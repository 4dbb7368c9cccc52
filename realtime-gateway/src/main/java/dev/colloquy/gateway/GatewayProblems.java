package dev.colloquy.gateway;

import dev.colloquy.access.Problems;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.SessionUnavailable;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal of this service. */
public class GatewayProblems {

    @ServerExceptionMapper
    public Response notFound(InterviewNotFound e) {
        return Problems.refusal(404, "interview-not-found", "There is no such interview");
    }

    @ServerExceptionMapper
    public Response notLive(InterviewNotLive e) {
        return Problems.refusal(409, "interview-not-live", "This interview is not live");
    }

    @ServerExceptionMapper
    public Response sessionUnavailable(SessionUnavailable e) {
        return Problems.unavailable(
                "session-unavailable", "The interview cannot be looked up at the moment", Duration.ofSeconds(2));
    }
}
