package dev.colloquy.booking;

import dev.colloquy.access.Problems;
import dev.colloquy.access.Problems.Part;
import dev.colloquy.access.Problems.Violation;
import dev.colloquy.booking.application.InvalidApplication;
import dev.colloquy.booking.booking.InterviewOver;
import dev.colloquy.booking.document.ReadersBusy;
import dev.colloquy.booking.document.RefusedDocument;
import dev.colloquy.booking.joining.AdmissionRefused;
import dev.colloquy.booking.joining.SessionUnavailable;
import dev.colloquy.booking.joining.UnknownAgent;
import dev.colloquy.booking.link.UnknownLink;
import dev.colloquy.booking.link.WebPages;
import dev.colloquy.booking.resume.UnknownResume;
import dev.colloquy.booking.scheduling.IdempotencyConflict;
import dev.colloquy.booking.scheduling.InvalidIdempotencyKey;
import dev.colloquy.booking.window.WindowExpired;
import dev.colloquy.booking.window.WindowNotOpenYet;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How this service refuses. Every type is explained in its README. */
public class BookingProblems {

    private static final Logger LOG = Logger.getLogger(BookingProblems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final WebPages pages;

    public BookingProblems(WebPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response invalid(InvalidApplication e) {
        return Problems.invalid(e.violations());
    }

    @ServerExceptionMapper
    public Response invalidKey(InvalidIdempotencyKey e) {
        return Problems.invalid(List.of(
                new Violation("Idempotency-Key", Part.HEADER, "must be 16 to 255 visible characters, such as a UUID")));
    }

    @ServerExceptionMapper
    public Response conflict(IdempotencyConflict e) {
        return Problems.refusal(409, "idempotency-conflict", "This idempotency key was used for another request");
    }

    @ServerExceptionMapper
    public Response refused(RefusedDocument e) {
        return switch (e.reason()) {
            case MISSING -> Problems.invalid(ofTheFile("must be given as a part of the form"));
            case EMPTY -> Problems.invalid(ofTheFile("is empty"));
            case TOO_LARGE -> document(413, "resume-too-large", "The file is larger than 5 MB");
            case UNSUPPORTED -> document(415, "resume-unsupported", "The file is not a PDF, DOC or DOCX document");
            case ENCRYPTED -> document(422, "resume-encrypted", "The document is protected by a password");
            case UNREADABLE -> document(422, "resume-unreadable", "The document is damaged or too complex");
        };
    }

    @ServerExceptionMapper
    public Response busy(ReadersBusy e) {
        return answer(Problems.problem(429, "too-many-uploads", "Too many files are being read, try again soon")
                .withHeader("Retry-After", RETRY_AFTER.toSeconds()));
    }

    @ServerExceptionMapper
    public Response unknownResume(UnknownResume e) {
        return Problems.refusal(404, "resume-not-found", "There is no such resume");
    }

    @ServerExceptionMapper
    public Response unknownLink(UnknownLink e) {
        return Problems.refusal(404, "booking-not-found", "There is no such booking");
    }

    @ServerExceptionMapper
    public Response early(WindowNotOpenYet e) {
        return answer(Problems.problem(403, "interview-not-open-yet", "Your interview has not started yet")
                .with("opensAt", e.opensAt()));
    }

    @ServerExceptionMapper
    public Response late(WindowExpired e) {
        return Problems.refusal(410, "interview-window-expired", "Interview window has expired");
    }

    @ServerExceptionMapper
    public Response over(InterviewOver e) {
        return answer(Problems.problem(410, "interview-over", "Your interview has ended")
                .with("resultsUrl", pages.results(e.interview())));
    }

    @ServerExceptionMapper
    public Response unknownAgent(UnknownAgent e) {
        return Problems.invalid("room_config.agents", "must name the configured agent only");
    }

    @ServerExceptionMapper
    public Response admissionRefused(AdmissionRefused e) {
        LOG.error(e.getMessage());
        return Problems.refusal(
                409, "interview-not-set-up", "Your interview is not set up properly, please tell who invited you");
    }

    @ServerExceptionMapper
    public Response unavailable(SessionUnavailable e) {
        LOG.warnf("Admission failed: %s", String.valueOf(e.getCause()));
        return Problems.unavailable("session-unavailable", "The interview cannot be joined at the moment", RETRY_AFTER);
    }

    private static Response document(int status, String type, String title) {
        return answer(Problems.problem(status, type, title).with("violations", ofTheFile(title)));
    }

    private static List<Violation> ofTheFile(String message) {
        return List.of(new Violation("file", Part.FORM, message));
    }

    private static Response answer(HttpProblem.Builder problem) {
        return problem.build().toResponse();
    }
}
