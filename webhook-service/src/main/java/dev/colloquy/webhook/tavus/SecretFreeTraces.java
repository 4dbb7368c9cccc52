package dev.colloquy.webhook.tavus;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes Tavus' secret out of the addresses that traces record. */
@ApplicationScoped
class SecretFreeTraces implements SpanProcessor {

    private static final String CALLBACKS = "/webhooks/tavus/";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        var path = span.getAttribute(UrlAttributes.URL_PATH);
        if (path != null && path.startsWith(CALLBACKS)) {
            span.setAttribute(UrlAttributes.URL_PATH, CALLBACKS + "{secret}");
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
