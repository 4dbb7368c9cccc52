package dev.colloquy.session;

import dev.colloquy.access.Problems;
import dev.colloquy.session.dispute.DisputedElsewhere;
import dev.colloquy.session.dispute.TooManyDisputes;
import dev.colloquy.session.dossier.NotFinalised;
import dev.colloquy.session.dossier.UnknownVersion;
import dev.colloquy.session.ending.SessionOfInterview;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.live.TooManyStreams;
import dev.colloquy.session.position.NoDefaultPosition;
import dev.colloquy.session.position.PositionNotFound;
import dev.colloquy.session.tenant.TenantNotSetUp;
import dev.colloquy.session.transcribing.TranscriptClosed;
import dev.colloquy.session.transcribing.UnusableTranscript;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How this service refuses. */
public class SessionProblems {

    @ServerExceptionMapper
    public Response notFound(InterviewNotFound e) {
        return Problems.refusal(404, "interview-not-found", "There is no such interview");
    }

    @ServerExceptionMapper
    public Response notLive(InterviewNotLive e) {
        return Problems.refusal(409, "interview-not-live", "The interview has not begun, or it is over");
    }

    @ServerExceptionMapper
    public Response notFinalised(NotFinalised e) {
        return Problems.refusal(
                409, "interview-not-finalised", "The interview is not over, or something is still awaited");
    }

    @ServerExceptionMapper
    public Response unknownVersion(UnknownVersion e) {
        return Problems.refusal(404, "final-version-not-found", "The interview has no such final version");
    }

    @ServerExceptionMapper
    public Response unusableTranscript(UnusableTranscript e) {
        return Problems.invalid(e.field(), e.problem());
    }

    @ServerExceptionMapper
    public Response disputedElsewhere(DisputedElsewhere e) {
        return Problems.invalid("entryId", "names no entry of this interview's transcript");
    }

    @ServerExceptionMapper
    public Response tooManyDisputes(TooManyDisputes e) {
        return Problems.refusal(429, "too-many-disputes", "No more notes are taken for this interview");
    }

    @ServerExceptionMapper
    public Response tooManyStreams(TooManyStreams e) {
        return Problems.problem(429, "too-many-streams", "Too many live streams are open; results can be polled")
                .withHeader("Retry-After", 30)
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response transcriptClosed(TranscriptClosed e) {
        return Problems.refusal(409, "transcript-closed", "The transcript is final and takes no more entries");
    }

    @ServerExceptionMapper
    public Response sessionOfAnother(SessionOfInterview e) {
        return Problems.invalid("client_session_id", "is the id of an interview");
    }

    @ServerExceptionMapper
    public Response positionNotFound(PositionNotFound e) {
        return Problems.invalid("positionId", "names no position of this tenant");
    }

    @ServerExceptionMapper
    public Response noDefaultPosition(NoDefaultPosition e) {
        return Problems.refusal(409, "no-default-position", "The tenant has no default position");
    }

    @ServerExceptionMapper
    public Response tenantNotSetUp(TenantNotSetUp e) {
        return Problems.refusal(409, "tenant-not-set-up", "The tenant has not been set up on this installation");
    }
}
