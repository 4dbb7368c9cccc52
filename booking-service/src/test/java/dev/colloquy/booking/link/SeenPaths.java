package dev.colloquy.booking.link;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The addresses that finished traces have recorded. */
@Singleton
class SeenPaths implements SpanProcessor {

    private final List<String> paths = new CopyOnWriteArrayList<>();

    List<String> all() {
        return paths;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        paths.add(String.valueOf(span.getAttribute(UrlAttributes.URL_PATH)));
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
