package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ElevenLabs' own Node SDKs, the server's and the browser's, judge the simulated ElevenLabs. */
class ElevenLabsSdkIT {

    private static final WebhookSink SINK = new WebhookSink();

    private static RunningSimulators simulators;
    private static Judge node;
    private static JsonObject seen;

    @BeforeAll
    static void talk() {
        simulators = RunningSimulators.start(Map.of("ELEVENLABS_WEBHOOK_URL", SINK.url()));
        node = Judge.install("elevenlabs");
        seen = node.script(
                "conversation.mjs",
                Map.of("SIMULATORS", simulators.url(), "ELEVENLABS_API_KEY", RunningSimulators.ELEVENLABS_KEY));
    }

    @AfterAll
    static void stop() {
        simulators.close();
        SINK.close();
    }

    @Test
    @DisplayName("providers 2.1: a token names its conversation before anybody speaks")
    void mintsTokens() {
        JsonObject minted = seen.getJsonObject("minted");
        var token = JWT.decode(minted.getString("token"));
        assertEquals("Maria", token.getClaim("name").asString());
        String room = (String) token.getClaim("video").asMap().get("room");
        assertTrue(room.endsWith(minted.getString("conversationId")));
    }

    @Test
    @DisplayName("providers 2.1: over a signed URL the agent asks, calls its client tool, and ends the call")
    void talksOverASignedUrl() {
        JsonObject talked = seen.getJsonObject("talked");
        assertTrue(seen.getString("signedUrl").contains(talked.getString("id")));
        assertEquals(5, talked.getJsonArray("messages").size());
        assertEquals(JsonArray.of("show_summary"), talked.getJsonArray("tools"));
        JsonObject details = talked.getJsonObject("details");
        assertEquals("agent", details.getString("reason"));
        assertEquals("end_call", details.getJsonObject("context").getString("type"));
    }

    @Test
    @DisplayName("providers 2.2: what was said, the tools without a message, and all variables come back")
    void isReadAfterwards() {
        JsonObject read = seen.getJsonObject("read");
        assertEquals("user-7", read.getString("userId"));
        JsonObject initiation = read.getJsonObject("conversationInitiationClientData");
        JsonObject variables = initiation.getJsonObject("dynamicVariables");
        assertEquals("session-7", variables.getString("client_session_id"));
        assertEquals(2, variables.getInteger("attempt"));
        assertEquals(seen.getJsonObject("talked").getString("id"), variables.getString("system__conversation_id"));
        assertEquals("js_sdk", initiation.getJsonObject("sourceInfo").getString("source"));
        JsonArray transcript = read.getJsonArray("transcript");
        JsonObject last = transcript.getJsonObject(transcript.size() - 1);
        assertNull(last.getString("message"));
        assertEquals("end_call", last.getJsonArray("toolCalls").getJsonObject(0).getString("toolName"));
        assertTrue(read.getJsonObject("metadata").getBoolean("textOnly"));
        assertFalse(read.getBoolean("hasAudio"));
        assertEquals("success", read.getJsonObject("analysis").getString("callSuccessful"));
        assertFalse(read.containsKey("otlpTraces"));
        assertEquals(
                1, seen.getJsonObject("traced").getJsonArray("resourceSpans").size());
    }

    @Test
    @DisplayName("providers 2.2: conversations are listed, page by page, newest first")
    void lists() {
        JsonObject page = seen.getJsonObject("page");
        assertTrue(page.getBoolean("hasMore"));
        assertEquals(
                seen.getJsonObject("talked").getString("id"),
                page.getJsonArray("conversations").getJsonObject(0).getString("conversationId"));
        assertEquals(
                seen.getJsonObject("minted").getString("conversationId"),
                seen.getJsonObject("next")
                        .getJsonArray("conversations")
                        .getJsonObject(0)
                        .getString("conversationId"));
    }

    @Test
    @DisplayName("providers 2.1: a signed URL with an id opens once, and overrides need the owner's consent")
    void refusesSockets() {
        assertEquals(3000, seen.getJsonObject("usedTwice").getInteger("closeCode"));
        assertEquals(1008, seen.getJsonObject("overridden").getInteger("closeCode"));
        assertTrue(seen.getJsonObject("overridden").getString("message").contains("first_message"));
        JsonObject greeting =
                seen.getJsonObject("open").getJsonArray("messages").getJsonObject(0);
        assertEquals("Hi.", greeting.getString("message"));
    }

    @Test
    @DisplayName("errors are the SDK's own")
    void failsAsElevenLabsDoes() {
        assertEquals(404, seen.getJsonObject("audio").getInteger("status"));
        assertEquals(404, seen.getJsonObject("deleted").getInteger("status"));
        assertEquals(401, seen.getJsonObject("wrongKey").getInteger("status"));
        assertEquals("UnprocessableEntityError", seen.getJsonObject("noAgent").getString("kind"));
    }

    @Test
    @DisplayName("providers 2.3: the SDK accepts the signature of a post-call webhook, and only with the right secret")
    void signsWebhooks() {
        await().atMost(ofSeconds(30)).until(() -> SINK.events().contains("post_call_transcription"));
        Hook hook = SINK.first("post_call_transcription");
        JsonObject verdict = node.script(
                "verify.mjs",
                Map.of(
                        "BODY",
                        hook.body(),
                        "SIGNATURE",
                        hook.header("ElevenLabs-Signature"),
                        "ELEVENLABS_WEBHOOK_SECRET",
                        RunningSimulators.ELEVENLABS_SECRET));
        assertEquals("post_call_transcription", verdict.getJsonObject("right").getString("type"));
        assertTrue(verdict.getJsonObject("wrong").getString("message").contains("does not match"));
        assertFalse(SINK.events().contains("post_call_audio"), "typed conversations have no audio");
    }
}
