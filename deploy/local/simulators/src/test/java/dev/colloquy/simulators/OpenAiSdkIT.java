package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** OpenAI's own Node SDK judges the REST API. */
class OpenAiSdkIT {

    private static RunningSimulators simulators;
    private static JsonObject seen;

    @BeforeAll
    static void ask() {
        simulators = RunningSimulators.start(Map.of());
        seen = Judge.install("openai")
                .script(
                        "chat.mjs",
                        Map.of(
                                "SIMULATORS",
                                simulators.url(),
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
    @DisplayName("providers 3.4: plain text, json_object and json_schema are answered with usage and a request id")
    void answersEveryFormat() {
        JsonObject plain = seen.getJsonObject("plain");
        assertEquals("The first sentence is short.", plain.getString("content"));
        assertTrue(plain.getString("requestId").startsWith("req_"));
        JsonObject usage = plain.getJsonObject("usage");
        assertEquals(
                usage.getInteger("total_tokens"),
                usage.getInteger("prompt_tokens") + usage.getInteger("completion_tokens"));
        assertTrue(seen.getJsonObject("jsonObject").containsKey("answer"));
        JsonObject parsed = new JsonObject(seen.getString("parsed"));
        assertEquals(3, parsed.getInteger("level"));
        assertEquals("The first sentence is short.", parsed.getString("title"));
    }

    @Test
    @DisplayName("a stream brings the same text in pieces, its finish reason and its usage")
    void streams() {
        JsonObject stream = seen.getJsonObject("stream");
        assertEquals(seen.getJsonObject("plain").getString("content"), stream.getString("text"));
        assertTrue(stream.getInteger("pieces") > 3);
        assertEquals("stop", stream.getString("finish"));
        assertEquals(seen.getJsonObject("plain").getJsonObject("usage"), stream.getJsonObject("usage"));
        assertEquals(seen.getString("parsed"), seen.getJsonObject("finalStream").getString("content"));
    }

    @Test
    @DisplayName("providers 3.4: responses take the flat text.format and answer with output_text")
    void answersResponses() {
        JsonObject responded = seen.getJsonObject("responded");
        assertEquals(seen.getString("parsed"), responded.getString("text"));
        assertEquals(3, responded.getJsonObject("parsed").getInteger("level"));
        assertTrue(responded.getJsonObject("usage").getInteger("total_tokens") > 0);
        assertEquals("incomplete", seen.getJsonObject("cut").getString("status"));
        assertEquals(
                "max_output_tokens",
                seen.getJsonObject("cut").getJsonObject("details").getString("reason"));
    }

    @Test
    @DisplayName("providers 3.4: a refusal, a cut and a filtered answer are told apart")
    void endsInOtherWays() {
        JsonObject refused = seen.getJsonObject("refused");
        assertNull(refused.getString("content"));
        assertTrue(refused.getString("refusal").contains("can't help"));
        assertEquals("LengthFinishReasonError", kind("length"));
        assertEquals("length", seen.getJsonObject("tooLong").getString("finish_reason"));
        assertEquals(
                "The first se",
                seen.getJsonObject("tooLong").getJsonObject("message").getString("content"));
        assertEquals("ContentFilterFinishReasonError", kind("filtered"));
    }

    @Test
    @DisplayName("errors are the SDK's own: 429 with the time to wait, 5xx, a wrong key, an unknown model")
    void failsAsOpenAiDoes() {
        assertEquals("RateLimitError", kind("rateLimited"));
        assertEquals("InternalServerError", kind("broken"));
        assertEquals("AuthenticationError", kind("wrongKey"));
        assertEquals("invalid_api_key", seen.getJsonObject("wrongKey").getString("code"));
        assertEquals("NotFoundError", kind("unknownModel"));
        assertEquals("model_not_found", seen.getJsonObject("unknownModel").getString("code"));
        assertEquals("response_format", seen.getJsonObject("notStrict").getString("param"));
    }

    @Test
    @DisplayName("a stream that is cut, half an answer and the time to wait reach the SDK as they are")
    void breaksOnItsWay() {
        JsonObject cut = seen.getJsonObject("streamCut");
        assertTrue(cut.getBoolean("broken"), cut.encode());
        assertTrue(cut.getInteger("chunks") > 0, cut.encode());
        assertEquals("SyntaxError", kind("halfJson"));
        assertEquals("7", seen.getJsonObject("waiting").getString("retryAfter"));
        assertEquals(seen.getJsonObject("plain").getString("content"), seen.getString("retried"));
    }

    @Test
    @DisplayName("the rate limit is in the headers")
    void tellsTheRateLimit() {
        JsonObject headers = seen.getJsonObject("headers");
        assertEquals("5000", headers.getString("x-ratelimit-limit-requests"));
        assertEquals("4999", headers.getString("x-ratelimit-remaining-requests"));
        assertTrue(headers.getString("x-ratelimit-reset-tokens").endsWith("ms"));
        assertTrue(Integer.parseInt(headers.getString("openai-processing-ms")) >= 0);
    }

    @Test
    @DisplayName("providers 3.3: models are listed by the ids the SDK knows")
    void listsModels() {
        assertTrue(seen.getJsonArray("models").contains("gpt-realtime-2.1"));
        assertEquals("gpt-transcribe", seen.getJsonObject("model").getString("id"));
    }

    private static String kind(String name) {
        return seen.getJsonObject(name).getString("kind");
    }
}
