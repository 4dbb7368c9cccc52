package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** OpenAI's own Node SDK judges client secrets and the realtime socket. Responses to be cancelled are asked for where time stands still. */
class RealtimeSdkIT {

    private static RunningSimulators simulators;
    private static RunningSimulators still;
    private static JsonObject seen;
    private static List<JsonObject> events;

    @BeforeAll
    static void converse() {
        simulators = RunningSimulators.start(Map.of());
        still = RunningSimulators.start(Map.of(), new VirtualTime());
        seen = Judge.install("realtime")
                .script(
                        "sdk.mjs",
                        Map.of(
                                "OPENAI_BASE_URL",
                                simulators.url() + "/v1",
                                "STILL_BASE_URL",
                                still.url() + "/v1",
                                "OPENAI_API_KEY",
                                RunningSimulators.OPENAI_KEY));
        events =
                seen.getJsonArray("events").stream().map(JsonObject.class::cast).toList();
    }

    @AfterAll
    static void stop() {
        simulators.close();
        still.close();
    }

    @Test
    @DisplayName("providers 3.1: a client secret carries its session, expires when asked to, and opens a socket too")
    void mintsClientSecrets() {
        JsonObject secret = seen.getJsonObject("secret");
        assertEquals("ek_", secret.getString("value"));
        assertTrue(secret.getLong("earliest") + 60 <= secret.getLong("expiresAt"), secret.encode());
        assertTrue(secret.getLong("latest") + 60 >= secret.getLong("expiresAt"), secret.encode());
        assertTrue(secret.getJsonObject("session").getString("id").startsWith("sess_"));
        assertEquals("Be kind.", seen.getString("instructions"));
        assertEquals(
                new JsonObject()
                        .put("status", 401)
                        .put("code", "invalid_api_key")
                        .put("name", "AuthenticationError"),
                seen.getJsonObject("refused"));
        assertEquals(404, seen.getInteger("unknownCall"));
    }

    @Test
    @DisplayName("providers 3.2: sound travels as base64 PCM of 24 kHz both ways, with GA names and real turn times")
    void carriesServerAudio() {
        assertTrue(seen.getDouble("audioMs") > 3000, seen.getDouble("audioMs") + " ms");
        assertEquals(new JsonArray("[460,1900]"), seen.getJsonArray("turn"));
        assertTrue(seen.getString("transcript").startsWith("Hello. In my last role"));
        assertFalse(types().contains("output_audio_buffer.started"));
        assertTrue(types().containsAll(List.of("response.output_audio.done", "conversation.item.done")));
    }

    @Test
    @DisplayName("providers 3.2: what the provider refuses is refused as an error event, and the session goes on")
    void refusesAsTheProviderDoes() {
        assertEquals(
                new JsonArray(
                        List.of("input_audio_buffer_commit_empty", "invalid_value", "item_retrieve_invalid_item_id")),
                seen.getJsonArray("errors"));
        assertEquals(
                new JsonArray(List.of("conversation_already_has_active_response", "response_cancel_not_active")),
                seen.getJsonArray("stillErrors"));
    }

    @Test
    @DisplayName("providers 3.2: a response may be cancelled, and asked for in text and with metadata")
    void cancelsAndWrites() {
        JsonObject cancelled = seen.getJsonObject("cancelled");
        assertEquals("cancelled", cancelled.getString("status"));
        assertEquals(
                "client_cancelled", cancelled.getJsonObject("status_details").getString("reason"));
        assertEquals("summary", cancelled.getJsonObject("metadata").getString("topic"));
        assertEquals(JsonArray.of("text"), cancelled.getJsonArray("output_modalities"));
        assertEquals("Tell me about a problem in production and how you solved it.", seen.getString("text"));
    }

    @Test
    @DisplayName("providers 3.2: without turn detection the client commits, and items chain by previous_item_id")
    void supportsPushToTalk() {
        String previous = null;
        for (JsonObject event : events) {
            if (event.getString("type").equals("conversation.item.added")) {
                assertEquals(previous, event.getString("previous_item_id"));
                previous = event.getJsonObject("item").getString("id");
            }
        }
        assertEquals(
                2,
                types().stream().filter("input_audio_buffer.committed"::equals).count());
        assertEquals(
                1,
                types().stream()
                        .filter("input_audio_buffer.speech_started"::equals)
                        .count());
    }

    private static List<String> types() {
        return events.stream().map(event -> event.getString("type")).toList();
    }
}
