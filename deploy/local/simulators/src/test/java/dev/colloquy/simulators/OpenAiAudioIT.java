package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** OpenAI's own Node SDK judges speech and transcriptions. */
class OpenAiAudioIT {

    private static RunningSimulators simulators;
    private static JsonObject seen;

    @BeforeAll
    static void speakAndListen() {
        Clock beforeTheShutdown =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-12-01T09:00:00Z")));
        simulators = RunningSimulators.start(Map.of(), beforeTheShutdown);
        seen = Judge.install("openai")
                .script(
                        "audio.mjs",
                        Map.of(
                                "OPENAI_BASE_URL",
                                simulators.url() + "/v1",
                                "OPENAI_API_KEY",
                                RunningSimulators.OPENAI_KEY));
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    void speaksAsWavAndAsBarePcm() {
        assertEquals("RIFF", seen.getString("riff"));
        assertEquals(seen.getInteger("pcmBytes") + 44, seen.getInteger("wavBytes"));
        assertTrue(seen.getInteger("pcmBytes") > 24_000);
        assertEquals("response_format", seen.getJsonObject("mp3").getString("param"));
    }

    @Test
    void recognizesWhatItHasSpoken() {
        assertEquals(input(), seen.getJsonObject("json").getString("text"));
        assertEquals(input(), seen.getString("text").strip());
        assertEquals(input(), seen.getJsonObject("streamed").getString("text"));
        assertEquals(
                input(), seen.getJsonObject("streamed").getJsonObject("done").getString("text"));
        JsonObject usage = seen.getJsonObject("json").getJsonObject("usage");
        assertEquals("tokens", usage.getString("type"));
    }

    @Test
    @DisplayName("providers 3.3: whisper-1, until its shutdown, gives times of sentences and words")
    void givesTimes() {
        JsonObject verbose = seen.getJsonObject("verbose");
        JsonArray segments = verbose.getJsonArray("segments");
        assertEquals(2, segments.size());
        assertEquals(verbose.getDouble("duration"), segments.getJsonObject(1).getDouble("end"), 0.1);
        assertEquals(input().split(" ").length, verbose.getJsonArray("words").size());
        assertEquals("english", verbose.getString("language"));
        assertTrue(seen.getString("srt").startsWith("1\n00:00:00,000 --> "));
        assertTrue(seen.getString("vtt").startsWith("WEBVTT"));
        assertEquals(400, seen.getJsonObject("timedByOther").getInteger("status"));
    }

    @Test
    void hearsNothingInSilenceAndTheScriptInAnythingElse() {
        assertEquals("", seen.getString("silence"));
        assertTrue(seen.getString("other").length() > 5);
        assertEquals(seen.getString("other"), seen.getString("again"));
    }

    @Test
    @DisplayName("R11: faults strike speech and transcriptions, and the SDK meets its own errors")
    void meetsFaults() {
        assertEquals(503, seen.getJsonObject("struckSpeech").getInteger("status"));
        assertEquals(
                "rate_limit_exceeded", seen.getJsonObject("struckTranscription").getString("code"));
        assertEquals(400, seen.getJsonObject("struckBadly").getInteger("status"));
        assertEquals(2, seen.getInteger("struck"));
    }

    @Test
    void refusesAsOpenAiDoes() {
        assertEquals("model_not_found", seen.getJsonObject("unknownModel").getString("code"));
        assertEquals("file", seen.getJsonObject("unreadable").getString("param"));
    }

    private static String input() {
        return seen.getString("input");
    }
}
