package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chromium uses the test page at desktop and phone width. */
class PageIT {

    private static RunningSimulators simulators;
    private static WebhookSink sink;
    private static JsonObject seen;

    @BeforeAll
    static void use() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(
                Map.of("LIVEKIT_WEBHOOK_URL", sink.url(), "ELEVENLABS_WEBHOOK_URL", sink.url()));
        seen = Judge.install("page").script("use.mjs", Map.of("SIMULATORS", simulators.url()));
    }

    @AfterAll
    static void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    void startsAnInterviewAndShowsItsTranscript() {
        JsonArray transcript = seen.getJsonArray("transcript");
        assertEquals(8, transcript.size(), seen.encode());
        assertEquals("Hello.", transcript.getString(1));
    }

    @Test
    @DisplayName("R11: the page starts an OpenAI call without a microphone, follows what both say, and ends it")
    void startsACall() {
        JsonArray transcript = seen.getJsonArray("callTranscript");
        assertEquals(11, transcript.size(), seen.encode());
        assertTrue(transcript.contains("Hello."), transcript.encode());
    }

    @Test
    void armsAFaultAndShowsWhatItStruck() {
        assertTrue(seen.getJsonArray("struck").contains("drop at livekit.webhook: participant_joined"), seen.encode());
        assertTrue(sink.events().contains("room_started"));
    }

    @Test
    void fitsPhoneAndDesktopAndLoadsNothingFromElsewhere() {
        assertEquals(new JsonObject().put("1280", 0).put("390", 0), seen.getJsonObject("overflow"));
        assertEquals(new JsonArray(), seen.getJsonArray("problems"));
    }
}
