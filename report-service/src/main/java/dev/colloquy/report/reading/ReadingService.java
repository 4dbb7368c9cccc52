package dev.colloquy.report.reading;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.TenantId;
import dev.colloquy.report.writing.Report;
import dev.colloquy.report.writing.ReportRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ReadingService {

    private final ReportRepository reports;
    private final TenantRows rows;

    ReadingService(ReportRepository reports, TenantRows rows) {
        this.reports = reports;
        this.rows = rows;
    }

    /** The newest first. */
    @WithTransaction
    Uni<ReportSummary.Page> list(TenantId tenant, PageRequest page) {
        var newest = reports.findAll(Sort.descending("requestedAt", "id")).page(page.page(), page.size());
        return rows.of(tenant)
                .chain(newest::count)
                .chain(total -> newest.list()
                        .map(found -> found.stream().map(ReportSummary::of).toList())
                        .map(items -> new ReportSummary.Page(items, page.page(), page.size(), total)));
    }

    @WithTransaction
    Uni<ReportView> get(TenantId tenant, UUID id) {
        return rows.of(tenant)
                .chain(() -> reports.findById(id))
                .onItem()
                .ifNull()
                .failWith(ReportNotFound::new)
                .map(ReportView::of);
    }

    /** The evaluation of one version of an interview, of the newest one without a version. */
    @WithTransaction
    Uni<EvaluationView> evaluation(UUID interviewId, @Nullable Integer version) {
        return reports.findTenant(interviewId)
                .onItem()
                .ifNull()
                .failWith(ReportNotFound::new)
                .chain(rows::of)
                .chain(() -> find(interviewId, version))
                .onItem()
                .ifNull()
                .failWith(ReportNotFound::new)
                .map(EvaluationView::of);
    }

    private Uni<Report> find(UUID interviewId, @Nullable Integer version) {
        return version == null
                ? reports.find("interviewId", Sort.descending("finalVersion"), interviewId)
                        .firstResult()
                : reports.find("interviewId = ?1 and finalVersion = ?2", interviewId, version)
                        .firstResult();
    }
}
