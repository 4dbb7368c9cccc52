package dev.colloquy.report.writing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.SessionClient;
import dev.colloquy.report.evaluator.EvaluationFailed;
import dev.colloquy.report.evaluator.Evaluator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Writes reports. No transaction is open while session-service and the model are asked. */
@ApplicationScoped
class ReportWorker implements Worker {

    private final ReportService reports;
    private final SessionClient session;
    private final Evaluator evaluator;
    private final WritingConfig config;
    private final ObjectMapper json;

    ReportWorker(
            ReportService reports,
            @RestClient SessionClient session,
            Evaluator evaluator,
            WritingConfig config,
            ObjectMapper json) {
        this.reports = reports;
        this.session = session;
        this.evaluator = evaluator;
        this.config = config;
        this.json = json;
    }

    @Override
    public String queue() {
        return ReportService.QUEUE;
    }

    /** What was said is not lost because a server is down for a while. */
    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public Uni<Void> perform(Job work) {
        var job = json.convertValue(work.payload(), ReportJob.class);
        InterviewTrail.mark(job.interview());
        return reports.begin(job)
                .chain(open -> open ? write(job) : Uni.createFrom().voidItem())
                .onFailure(ReportWorker::isUseless)
                .recoverWithUni(e -> reject(job, e))
                .onFailure(e -> work.last() || e instanceof HopelessWork)
                .call(e -> reports.fail(job, reasonOf(e)));
    }

    private Uni<Void> reject(ReportJob job, Throwable answer) {
        var reason = reasonOf(answer);
        return reports.reject(job)
                .chain(tooMany -> Uni.createFrom().failure(tooMany ? new HopelessWork(reason) : answer));
    }

    private Uni<Void> write(ReportJob job) {
        return dossier(job).chain(this::evaluate).chain(written -> reports.complete(job, written));
    }

    private Uni<Dossier> dossier(ReportJob job) {
        return session.dossier(job.interview().value(), job.finalVersion())
                .onFailure(ReportWorker::isGone)
                .transform(_ -> new HopelessWork("interview_gone"));
    }

    private Uni<Written> evaluate(Dossier dossier) {
        return dossier.hasAnswers() && !dossier.competencies().isEmpty()
                ? evaluator.evaluate(dossier).map(answer -> Written.by(answer, dossier))
                : Uni.createFrom().item(() -> Written.withoutEvidence(dossier));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof WebApplicationException e && e.getResponse().getStatus() == 404;
    }

    private static boolean isUseless(Throwable failure) {
        return failure instanceof EvaluationFailed e && e.reason().isAnAnswer();
    }

    private static String reasonOf(Throwable failure) {
        return switch (failure) {
            case EvaluationFailed e -> e.reason().word();
            case HopelessWork e -> String.valueOf(e.getMessage());
            case WebApplicationException _, ProcessingException _ -> "dossier_unavailable";
            default -> "internal_error";
        };
    }
}
