package dev.colloquy.report.writing;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewFinalised;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Takes a report from state to state; each step is a short transaction of its own. */
@ApplicationScoped
class ReportService {

    static final String QUEUE = "write-report";

    private static final Logger LOG = Logger.getLogger(ReportService.class);

    private final ReportRepository reports;
    private final TenantRows rows;
    private final LeasedWork work;
    private final Outbox outbox;
    private final WritingConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    ReportService(
            ReportRepository reports,
            TenantRows rows,
            LeasedWork work,
            Outbox outbox,
            WritingConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.work = work;
        this.outbox = outbox;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** One report for each version, however often it is finalised. */
    @WithTransaction
    Uni<Void> request(InterviewFinalised event) {
        return rows.of(event.tenant())
                .chain(() -> reports.insertOnce(event))
                .onItem()
                .ifNotNull()
                .call(() -> reports.insertRoute(event))
                .onItem()
                .ifNotNull()
                .call(id -> work.add(QUEUE, id.toString(), jobOf(id, event), Duration.ZERO))
                .replaceWithVoid();
    }

    /** Whether the report is still to be written. */
    @WithTransaction
    Uni<Boolean> begin(ReportJob job) {
        return rows.of(job.tenant()).chain(() -> locked(job)).map(report -> report.begin(clock.instant()));
    }

    /** Notes an answer of the model that is of no use; whether it was one too many. */
    @WithTransaction
    Uni<Boolean> reject(ReportJob job) {
        return rows.of(job.tenant()).chain(() -> locked(job)).map(report -> report.reject(config.uselessAnswers()));
    }

    @WithTransaction
    Uni<Void> complete(ReportJob job, Written written) {
        return finish(job, report -> {
            report.complete(written, clock.instant());
            count("quotes.dropped", written.evaluation().droppedQuotes());
        });
    }

    @WithTransaction
    Uni<Void> fail(ReportJob job, String reason) {
        return finish(job, report -> report.fail(reason, clock.instant()));
    }

    /** Told once: a writer that lost its lease to a faster one finds the report finished. */
    private Uni<Void> finish(ReportJob job, Consumer<Report> step) {
        return rows.of(job.tenant())
                .chain(() -> locked(job))
                .chain(report -> report.state.isFinal() ? Uni.createFrom().voidItem() : tell(report, step));
    }

    /** Until the transaction ends no other writer takes it a step further. */
    private Uni<Report> locked(ReportJob job) {
        return reports.findById(job.reportId(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Void> tell(Report report, Consumer<Report> step) {
        step.accept(report);
        var word = report.state.name().toLowerCase(Locale.ROOT);
        LOG.infof("Report finished reportId=%s state=%s reason=%s", report.id, word, report.reason);
        count("finished." + word, 1);
        var event = report.updated(UUID.randomUUID(), clock.instant());
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }

    private void count(String what, int by) {
        meters.counter("colloquy.report." + what).increment(by);
    }

    private static ReportJob jobOf(UUID id, InterviewFinalised event) {
        return new ReportJob(id, event.tenant(), event.interviewId(), event.finalVersion());
    }
}
