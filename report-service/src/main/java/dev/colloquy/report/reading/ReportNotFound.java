package dev.colloquy.report.reading;

/** There is no such report, or it is another tenant's. */
public class ReportNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
