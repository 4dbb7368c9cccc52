package dev.colloquy.access;

import dev.colloquy.events.InterviewId;
import io.opentelemetry.api.trace.Span;
import org.jboss.logging.MDC;

/** Marks what happens now, in logs and traces, as part of an interview. */
public final class InterviewTrail {

    private static final String KEY = "interviewId";

    private InterviewTrail() {}

    /** Marks the current request or message; the mark ends with it. */
    public static void mark(InterviewId interview) {
        MDC.put(KEY, interview.toString());
        Span.current().setAttribute(KEY, interview.toString());
    }
}
