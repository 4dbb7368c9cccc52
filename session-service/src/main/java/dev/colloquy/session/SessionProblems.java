package dev.colloquy.session;

import dev.colloquy.access.Problems;
import dev.colloquy.session.dossier.NotFinalised;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.position.NoDefaultPosition;
import dev.colloquy.session.position.PositionNotFound;
import dev.colloquy.session.position.TenantNotSetUp;
import dev.colloquy.session.transcript.TranscriptClosed;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How this service refuses. */
public class SessionProblems {

    @ServerExceptionMapper
    public Response notFound(InterviewNotFound e) {
        return refusal(404, "interview-not-found", "There is no such interview");
    }

    @ServerExceptionMapper
    public Response notLive(InterviewNotLive e) {
        return refusal(409, "interview-not-live", "The interview has not begun, or it is over");
    }

    @ServerExceptionMapper
    public Response notFinalised(NotFinalised e) {
        return refusal(409, "interview-not-finalised", "The interview is not over, or something is still awaited");
    }

    @ServerExceptionMapper
    public Response transcriptClosed(TranscriptClosed e) {
        return refusal(409, "transcript-closed", "The transcript is final and takes no more entries");
    }

    @ServerExceptionMapper
    public Response positionNotFound(PositionNotFound e) {
        return Problems.invalid("positionId", "names no position of this tenant");
    }

    @ServerExceptionMapper
    public Response noDefaultPosition(NoDefaultPosition e) {
        return refusal(409, "no-default-position", "The tenant has no default position");
    }

    @ServerExceptionMapper
    public Response tenantNotSetUp(TenantNotSetUp e) {
        return refusal(409, "tenant-not-set-up", "The tenant has not been set up on this installation");
    }

    private static Response refusal(int status, String type, String title) {
        return Problems.problem(status, type, title).build().toResponse();
    }
}
