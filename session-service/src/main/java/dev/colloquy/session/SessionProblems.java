package dev.colloquy.session;

import dev.colloquy.access.Problems;
import dev.colloquy.session.administration.TenantExists;
import dev.colloquy.session.dispute.DisputedElsewhere;
import dev.colloquy.session.dispute.TooManyDisputes;
import dev.colloquy.session.dossier.NotFinalised;
import dev.colloquy.session.dossier.UnknownVersion;
import dev.colloquy.session.ending.SessionOfInterview;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.live.TooManyStreams;
import dev.colloquy.session.parking.AlreadySettled;
import dev.colloquy.session.parking.NotACandidate;
import dev.colloquy.session.parking.ParkedConversationNotFound;
import dev.colloquy.session.parking.SharedConversation;
import dev.colloquy.session.position.DefaultNeeded;
import dev.colloquy.session.position.NoDefaultPosition;
import dev.colloquy.session.position.PositionNotFound;
import dev.colloquy.session.position.UnknownPersona;
import dev.colloquy.session.position.UnknownPosition;
import dev.colloquy.session.revision.ChangedMeanwhile;
import dev.colloquy.session.revision.RevisionMissing;
import dev.colloquy.session.secret.ProviderKeyNotFound;
import dev.colloquy.session.tenant.TenantNotFound;
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
        return Problems.refusal(404, "position-not-found", "There is no such position");
    }

    @ServerExceptionMapper
    public Response unknownPosition(UnknownPosition e) {
        return Problems.invalid(e.field(), "names no position of this tenant");
    }

    @ServerExceptionMapper
    public Response unknownPersona(UnknownPersona e) {
        return Problems.invalid("persona", "names none of the position's personas");
    }

    @ServerExceptionMapper
    public Response defaultNeeded(DefaultNeeded e) {
        return Problems.refusal(409, "default-position", "Make another position the default one first");
    }

    @ServerExceptionMapper
    public Response revisionMissing(RevisionMissing e) {
        return Problems.refusal(428, "precondition-required", "If-Match must name the ETag of what is to be changed");
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(ChangedMeanwhile e) {
        return Problems.refusal(412, "changed-meanwhile", "Somebody else has changed it: read it again");
    }

    @ServerExceptionMapper
    public Response tenantNotFound(TenantNotFound e) {
        return Problems.refusal(404, "tenant-not-found", "There is no such tenant");
    }

    @ServerExceptionMapper
    public Response tenantExists(TenantExists e) {
        return Problems.refusal(409, "tenant-exists", "There is a tenant of that name");
    }

    @ServerExceptionMapper
    public Response providerKeyNotFound(ProviderKeyNotFound e) {
        return Problems.refusal(404, "provider-key-not-found", "The tenant has no key with this provider");
    }

    @ServerExceptionMapper
    public Response parkedConversationNotFound(ParkedConversationNotFound e) {
        return Problems.refusal(404, "parked-conversation-not-found", "No such conversation waits for a decision");
    }

    @ServerExceptionMapper
    public Response notACandidate(NotACandidate e) {
        return Problems.invalid("interviewId", "is none of the conversation's candidates");
    }

    @ServerExceptionMapper
    public Response alreadySettled(AlreadySettled e) {
        return Problems.refusal(409, "already-settled", "The conversation has been decided about");
    }

    @ServerExceptionMapper
    public Response sharedConversation(SharedConversation e) {
        return Problems.refusal(409, "shared-conversation", "Sessions of other tenants fit the conversation, too");
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
