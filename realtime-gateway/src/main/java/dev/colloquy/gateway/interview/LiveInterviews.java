package dev.colloquy.gateway.interview;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What session-service says of an interview. */
@ApplicationScoped
public class LiveInterviews {

    private final SessionClient session;

    LiveInterviews(@RestClient SessionClient session) {
        this.session = session;
    }

    /**
     * The context of an interview that is live now.
     *
     * @throws InterviewNotFound when there is none
     * @throws InterviewNotLive before its admission and after its end
     * @throws SessionUnavailable when session-service does not answer
     */
    public Uni<AgentContext> context(InterviewId interview) {
        return session.agentContext(interview.toString()).onFailure().transform(LiveInterviews::refusal);
    }

    /** Ends an interview on behalf of somebody; ending one that is over changes nothing. Fails like {@link #context}. */
    public Uni<Void> end(InterviewId interview, EndedBy by) {
        return session.end(new SessionClient.EndRequest(interview, by))
                .onFailure()
                .transform(LiveInterviews::refusal);
    }

    private static RuntimeException refusal(Throwable failure) {
        int status = failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> new InterviewNotFound();
            case 409 -> new InterviewNotLive();
            default -> new SessionUnavailable(failure);
        };
    }
}
