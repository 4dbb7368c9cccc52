package dev.colloquy.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;

/** Carries the trace of a request through the outbox to the consumer of its message. */
final class Traces {

    static final String HEADER = "traceparent";

    private Traces() {}

    /** The W3C traceparent of the current span, empty without one. */
    static String current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.getOrDefault(HEADER, "");
    }
}
