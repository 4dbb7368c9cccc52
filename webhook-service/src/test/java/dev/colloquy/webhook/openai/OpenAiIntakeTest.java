package dev.colloquy.webhook.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W3 OpenAI's webhooks")
class OpenAiIntakeTest {

    private static final String PATH = "/webhooks/openai";

    @Test
    void areStoredOnceByTheirIdAndPublishNothing() {
        var id = "wh_" + UUID.randomUUID();
        var body = "{\"object\":\"event\",\"id\":\"evt_%s\",\"type\":\"realtime.call.incoming\"}".formatted(id);

        assertEquals(204, Sender.openAi(id, body));
        assertEquals(204, Sender.openAi(id, body));

        assertEquals("realtime.call.incoming", Deliveries.await(body, "IGNORED").kind());
        assertEquals(1, Deliveries.containing(id).size());
    }

    @Test
    @DisplayName("W05: another body with the same id is kept as a conflict")
    void keepsConflicts() {
        var id = "wh_" + UUID.randomUUID();

        assertEquals(204, Sender.openAi(id, "{\"type\":\"a\",\"x\":\"%s\"}".formatted(id)));
        assertEquals(204, Sender.openAi(id, "{\"type\":\"b\",\"x\":\"%s\"}".formatted(id)));

        var rows = Deliveries.containing(id);
        assertEquals(2, rows.size());
        assertEquals("CONFLICT", rows.getLast().state());
    }

    @Test
    @DisplayName("W16: a body that is no JSON is kept")
    void storesWhatIsNoJson() {
        var body = "not JSON " + UUID.randomUUID();

        assertEquals(204, Sender.openAi("wh_" + UUID.randomUUID(), body));

        assertEquals("unreadable", Deliveries.await(body, "IGNORED").kind());
    }

    @Test
    void areRefusedUnlessProven() {
        var id = "wh_" + UUID.randomUUID();
        var time = String.valueOf(Instant.now().getEpochSecond());
        var headers = Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", "v1,AAAA");

        assertEquals(401, Sender.post(PATH, "application/json", "{}", Map.of()));
        assertEquals(401, Sender.post(PATH, "application/json", "{\"x\":\"" + id + "\"}", headers));
        assertEquals(415, Sender.post(PATH, "text/plain", "{}", headers));

        assertEquals(0, Deliveries.containing(id).size());
    }
}
