package dev.colloquy.session.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches the evaluation that report-service has told of. */
@ApplicationScoped
class EvaluationWorker implements Worker {

    private final ReportClient reports;
    private final EvaluationService evaluations;
    private final ObjectMapper json;

    EvaluationWorker(@RestClient ReportClient reports, EvaluationService evaluations, ObjectMapper json) {
        this.reports = reports;
        this.evaluations = evaluations;
        this.json = json;
    }

    @Override
    public String queue() {
        return EvaluationService.QUEUE;
    }

    /** A report may be finished while report-service is being replaced. */
    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var report = json.convertValue(job.payload(), FinishedReport.class);
        return reports.evaluation(report.interview().value(), report.finalVersion())
                .chain(evaluation -> evaluations.keep(report, evaluation));
    }
}
