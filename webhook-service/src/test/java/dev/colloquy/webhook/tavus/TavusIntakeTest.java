package dev.colloquy.webhook.tavus;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W3 Tavus' callbacks")
class TavusIntakeTest {

    private static final String SECRET = "a-secret-address-of-tavus-for-tests-only";

    @Inject
    Seen seen;

    @Test
    void areStoredOnceByTheirBytesAndPublishNothing() {
        var id = UUID.randomUUID();
        var body = "{\"event_type\":\"system.shutdown\",\"conversation_id\":\"%s\"}".formatted(id);

        assertEquals(204, Sender.tavus(SECRET, body));
        assertEquals(204, Sender.tavus(SECRET, body));

        assertEquals("system.shutdown", Deliveries.await(body, "IGNORED").kind());
        assertEquals(1, Deliveries.containing(id.toString()).size());
    }

    @Test
    void areRefusedAtAnotherAddress() {
        var id = UUID.randomUUID();

        assertEquals(401, Sender.tavus("another-address", "{\"conversation_id\":\"%s\"}".formatted(id)));

        assertEquals(0, Deliveries.containing(id.toString()).size());
    }

    @Test
    @DisplayName("the secret is in no trace")
    void hidesTheSecret() {
        Sender.tavus(SECRET, "{}");

        await().untilAsserted(() -> assertFalse(seen.paths.isEmpty()));
        assertFalse(seen.paths.stream().anyMatch(path -> path.contains(SECRET)));
    }

    /** The addresses of Tavus' that finished traces have recorded. */
    @Singleton
    static class Seen implements SpanProcessor {

        private final List<String> paths = new CopyOnWriteArrayList<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            var path = String.valueOf(span.getAttribute(UrlAttributes.URL_PATH));
            if (path.startsWith("/webhooks/tavus/")) {
                paths.add(path);
            }
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
