package dev.colloquy.report.reading;

/** The report is still being written. */
public class ReportNotFinished extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
