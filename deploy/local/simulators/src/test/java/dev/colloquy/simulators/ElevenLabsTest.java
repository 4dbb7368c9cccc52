package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A conversation from its token to its webhooks. */
class ElevenLabsTest {

    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(
                Map.of("ELEVENLABS_WEBHOOK_URL", sink.url(), "SIMULATE_WEBHOOK_DELAY_MS", "1000"));
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName(
            "providers 2.1–2.3: from the token through all statuses to the signed webhooks, the audio in chunks and as much later as asked")
    void runsFromItsTokenThroughAllStatusesToItsWebhooks() throws GeneralSecurityException {
        JsonObject minted = get("/v1/convai/conversation/token?agent_id=agent_1");
        String id = minted.getString("conversation_id");
        String room = (String)
                JWT.decode(minted.getString("token")).getClaim("video").asMap().get("room");
        assertTrue(room.endsWith(id));
        assertEquals("initiated", status(id));

        simulators.control(
                "/elevenlabs/conversations",
                new JsonObject()
                        .put("conversation_id", id)
                        .put("agent_id", "agent_1")
                        .put("dynamic_variables", new JsonObject().put("client_session_id", "s-1")));
        assertEquals("in-progress", status(id));
        assertEquals(
                "processing",
                simulators
                        .control("/elevenlabs/conversations/" + id + "/end", new JsonObject())
                        .getString("status"));
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 2);

        Hook transcription = sink.first("post_call_transcription");
        assertSigned(transcription);
        JsonObject told = transcription.json().getJsonObject("data");
        assertEquals(get("/v1/convai/conversations/" + id), told);
        assertEquals("done", told.getString("status"));
        assertEquals(8, told.getJsonArray("transcript").size());
        assertEquals(
                "s-1",
                told.getJsonObject("conversation_initiation_client_data")
                        .getJsonObject("dynamic_variables")
                        .getString("client_session_id"));

        Hook audio = sink.first("post_call_audio");
        assertSigned(audio);
        assertEquals("chunked", audio.header("Transfer-Encoding"));
        byte[] mp3 =
                Base64.getDecoder().decode(audio.json().getJsonObject("data").getString("full_audio"));
        assertEquals((byte) 0xFF, mp3[0]);
    }

    @Test
    void followsAGivenScript() {
        JsonArray script = JsonArray.of(
                new JsonObject().put("role", "agent").put("message", "Hello?"),
                new JsonObject().put("role", "user").put("message", "Hello."));
        String id = simulators
                .control(
                        "/elevenlabs/conversations",
                        new JsonObject().put("agent_id", "a").put("script", script))
                .getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        JsonArray transcript = get("/v1/convai/conversations/" + id).getJsonArray("transcript");
        assertEquals("Hello.", transcript.getJsonObject(1).getString("message"));
        assertEquals("user", transcript.getJsonObject(1).getString("role"));
    }

    @Test
    @DisplayName("providers 2.2: a deleted conversation is gone, and audio is there only when it is done")
    void forgetsADeletedConversationAndServesAudioOnlyWhenDone() {
        String id = get("/v1/convai/conversation/token?agent_id=a").getString("conversation_id");
        assertEquals(
                404,
                call("GET", "/v1/convai/conversations/" + id + "/audio", true).statusCode());
        assertEquals(200, call("DELETE", "/v1/convai/conversations/" + id, true).statusCode());
        assertEquals(404, call("GET", "/v1/convai/conversations/" + id, true).statusCode());
    }

    @Test
    @DisplayName("providers 2.1: a signed URL is tied to a conversation when asked")
    void givesASignedUrlWithTheIdWhenAsked() {
        String url = get("/v1/convai/conversation/get-signed-url?agent_id=a&include_conversation_id=true")
                .getString("signed_url");
        assertTrue(url.startsWith("ws://localhost:"));
        assertTrue(url.contains("conversation_id=conv_"));
    }

    @Test
    void refusesAsElevenLabsDoes() {
        HttpResponse<String> noKey = call("GET", "/v1/convai/conversation/token?agent_id=a", false);
        assertEquals(401, noKey.statusCode());
        assertEquals(
                "needs_authorization",
                new JsonObject(noKey.body()).getJsonObject("detail").getString("status"));
        assertEquals(422, call("GET", "/v1/convai/conversation/token", true).statusCode());
    }

    @Test
    void controlNamesTheFieldItRefuses() {
        assertRefused("agent_id", new JsonObject());
        assertRefused(
                "dynamic_variables.x",
                new JsonObject()
                        .put("agent_id", "a")
                        .put("dynamic_variables", new JsonObject().put("x", new JsonArray())));
        assertRefused("script", new JsonObject().put("agent_id", "a").put("script", JsonArray.of(1)));
        assertRefused("conversation_id", new JsonObject().put("agent_id", "a").put("conversation_id", "x"));
        assertEquals(
                404,
                simulators
                        .control("POST", "/elevenlabs/conversations/conv_x/end", new JsonObject())
                        .statusCode());
    }

    @Test
    void signsBadlyWhenArmed() throws GeneralSecurityException {
        simulators.arm("elevenlabs.webhook", "badSignature", Map.of());
        simulators.arm("elevenlabs.webhook", "duplicate", Map.of());
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 3);
        Hook hook = sink.first("post_call_transcription");
        assertNotEquals(expected(hook), hook.header("ElevenLabs-Signature"));
    }

    private void assertRefused(String field, JsonObject body) {
        HttpResponse<String> refused = simulators.control("POST", "/elevenlabs/conversations", body);
        assertEquals(400, refused.statusCode());
        assertEquals(
                field,
                new JsonObject(refused.body())
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getString("field"));
    }

    private static void assertSigned(Hook hook) throws GeneralSecurityException {
        assertEquals(expected(hook), hook.header("ElevenLabs-Signature"));
    }

    private static String expected(Hook hook) throws GeneralSecurityException {
        String t = hook.header("ElevenLabs-Signature").replaceAll("^t=(\\d+),.*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(RunningSimulators.ELEVENLABS_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal((t + "." + hook.body()).getBytes(StandardCharsets.UTF_8));
        return "t=" + t + ",v0=" + HexFormat.of().formatHex(hash);
    }

    private String status(String id) {
        return get("/v1/convai/conversations/" + id).getString("status");
    }

    private JsonObject get(String path) {
        return new JsonObject(call("GET", path, true).body());
    }

    private HttpResponse<String> call(String method, String path, boolean withKey) {
        var request = simulators.request(path).method(method, BodyPublishers.noBody());
        return simulators.send(withKey ? request.header("xi-api-key", RunningSimulators.ELEVENLABS_KEY) : request);
    }
}
