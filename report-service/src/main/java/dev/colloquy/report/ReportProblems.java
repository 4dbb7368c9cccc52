package dev.colloquy.report;

import dev.colloquy.access.Problems;
import dev.colloquy.report.reading.ReportNotFinished;
import dev.colloquy.report.reading.ReportNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the service refuses. */
@ApplicationScoped
public class ReportProblems {

    @ServerExceptionMapper
    public Response notFound(ReportNotFound e) {
        return Problems.refusal(404, "report-not-found", "There is no such report");
    }

    @ServerExceptionMapper
    public Response notFinished(ReportNotFinished e) {
        return Problems.refusal(409, "report-not-finished", "The report is still being written");
    }
}
