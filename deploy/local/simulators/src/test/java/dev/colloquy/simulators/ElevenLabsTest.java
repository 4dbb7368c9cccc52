package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A conversation from its token to its webhooks. */
class ElevenLabsTest {

    private static final Duration ANALYSIS = ofMillis(500);
    private static final Duration DELAY = ofSeconds(90);

    private WebhookSink sink;
    private VirtualTime time;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        time = new VirtualTime();
        simulators = RunningSimulators.start(
                Map.of("ELEVENLABS_WEBHOOK_URL", sink.url(), "SIMULATE_WEBHOOK_DELAY_MS", "90000"), time);
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("providers 2.1–2.3: from the token through all statuses to the signed webhooks, the audio in chunks")
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
        time.advance(ANALYSIS.plus(DELAY));
        awaitHooks(2);

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
    @DisplayName("W7: SIMULATE_WEBHOOK_DELAY_MS lies between the conversation that is done and its webhooks")
    void delaysTheWebhooks() {
        String id = end(talk());
        time.advance(ANALYSIS);
        assertEquals("done", status(id));
        assertEquals(0, time.advance(DELAY.minusMillis(1)));
        assertEquals(1, time.advance(ofMillis(1)));
        awaitHooks(2);
    }

    @Test
    @DisplayName("W7: without the variable nothing lies between them")
    void sendsAtOnceByDefault() {
        VirtualTime other = new VirtualTime();
        try (RunningSimulators prompt = RunningSimulators.start(Map.of("ELEVENLABS_WEBHOOK_URL", sink.url()), other)) {
            String id = prompt.control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                    .getString("conversation_id");
            prompt.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
            other.advance(ANALYSIS);
            awaitHooks(2);
        }
    }

    @Test
    @DisplayName("W2, providers 2.3: audio of a long call is tens of megabytes, in chunks, and still signed")
    void sendsTensOfMegabytes() throws GeneralSecurityException {
        String id = talk();
        JsonObject hours = new JsonObject().put("duration_seconds", 7200);
        simulators.control("/elevenlabs/conversations/" + id + "/end", hours);
        time.advance(ANALYSIS.plus(DELAY));
        Hook audio = await().atMost(ofSeconds(60))
                .until(
                        () -> sink.hooks().stream()
                                .filter(hook -> hook.body().startsWith("{\"type\":\"post_call_audio\""))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertTrue(audio.body().length() > 38_000_000, audio.body().length() + " bytes");
        assertEquals("chunked", audio.header("Transfer-Encoding"));
        assertSigned(audio);
        assertEquals(
                7200,
                get("/v1/convai/conversations/" + id).getJsonObject("metadata").getInteger("call_duration_secs"));
        JsonObject tooLong = new JsonObject().put("duration_seconds", 7201);
        assertEquals(
                400,
                simulators
                        .control("POST", "/elevenlabs/conversations/" + talk() + "/end", tooLong)
                        .statusCode());
    }

    @Test
    @DisplayName("R11, providers 2.3: a webhook is dropped, or comes after the other one of its conversation")
    void dropsAndReorders() {
        simulators.arm("elevenlabs.webhook", "drop", Map.of("match", "post_call_audio"));
        end(talk());
        time.advance(ANALYSIS.plus(DELAY));
        awaitHooks(1);
        simulators.arm("elevenlabs.webhook", "reorder", Map.of("match", "post_call_transcription"));
        end(talk());
        time.advance(ANALYSIS.plus(DELAY));
        awaitHooks(3);
        assertEquals(List.of("post_call_transcription", "post_call_audio", "post_call_transcription"), sink.events());
    }

    @Test
    void followsAGivenScript() {
        JsonArray script = JsonArray.of(
                new JsonObject().put("role", "agent").put("message", "Hello?"),
                new JsonObject().put("role", "user").put("message", "Hello."));
        String id = end(simulators
                .control(
                        "/elevenlabs/conversations",
                        new JsonObject().put("agent_id", "a").put("script", script))
                .getString("conversation_id"));
        JsonArray transcript = get("/v1/convai/conversations/" + id).getJsonArray("transcript");
        assertEquals("Hello.", transcript.getJsonObject(1).getString("message"));
        assertEquals("user", transcript.getJsonObject(1).getString("role"));
    }

    @Test
    @DisplayName("providers 2.2: a deleted conversation is gone, and audio is there only when it is done")
    void forgetsADeletedConversationAndServesAudioOnlyWhenDone() {
        String id = end(talk());
        String audio = "/v1/convai/conversations/" + id + "/audio";
        assertEquals(404, call("GET", audio, true).statusCode());
        time.advance(ANALYSIS);
        HttpResponse<String> played = call("GET", audio, true);
        assertEquals(200, played.statusCode());
        assertEquals("audio/mpeg", played.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(played.body().length() > 1000);
        assertEquals(200, call("DELETE", "/v1/convai/conversations/" + id, true).statusCode());
        assertEquals(404, call("GET", "/v1/convai/conversations/" + id, true).statusCode());
    }

    @Test
    @DisplayName("providers 2.2: conversations are listed by their variables and times, page by page")
    void listsByVariablesAndTimes() {
        String first = talk("ours", 1);
        time.advance(Duration.ofMinutes(1));
        String second = talk("ours", 2);
        String other = talk("somebody-else", 3);

        assertEquals(List.of(second, first), listed("dynamic_variable_params=client_session_id:eq:ours"));
        assertEquals(
                List.of(first, second),
                listed("sort_direction=asc&dynamic_variable_params=client_session_id:in:ours%7Cnobody"));
        assertEquals(List.of(other, second), listed("dynamic_variable_params=attempt:gt:1"));
        assertEquals(List.of(), listed("dynamic_variable_params=client_session_id:eq:"));
        assertEquals(
                List.of(first),
                listed("dynamic_variable_params=client_session_id:eq:ours&dynamic_variable_params=attempt:lt:2"));
        long later = time.now().getEpochSecond() - 30;
        assertEquals(
                List.of(first),
                listed("dynamic_variable_params=client_session_id:eq:ours&call_start_before_unix=" + later));

        String page = "/v1/convai/conversations?page_size=1&dynamic_variable_params=client_session_id:eq:ours";
        JsonObject one = get(page);
        assertTrue(one.getBoolean("has_more"));
        JsonObject two = get(page + "&cursor=" + one.getString("next_cursor"));
        assertEquals(List.of(first), ids(two));
        assertFalse(two.getBoolean("has_more"));
        assertEquals(
                422,
                call("GET", "/v1/convai/conversations?dynamic_variable_params=ours", true)
                        .statusCode());
    }

    private String talk(String session, int attempt) {
        return simulators
                .control(
                        "/elevenlabs/conversations",
                        new JsonObject()
                                .put("agent_id", "agent_1")
                                .put(
                                        "dynamic_variables",
                                        new JsonObject()
                                                .put("client_session_id", session)
                                                .put("attempt", attempt)))
                .getString("conversation_id");
    }

    private List<String> listed(String query) {
        return ids(get("/v1/convai/conversations?" + query));
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("conversations").stream()
                .map(each -> ((JsonObject) each).getString("conversation_id"))
                .toList();
    }

    @Test
    @DisplayName("providers 2.1: a signed URL is tied to a conversation when asked, and leads back the way one came")
    void givesASignedUrlWithTheIdWhenAsked() {
        String url = get("/v1/convai/conversation/get-signed-url?agent_id=a&include_conversation_id=true")
                .getString("signed_url");
        assertTrue(url.startsWith("ws://localhost:"));
        assertTrue(url.contains("conversation_id=conv_"));
        String secure = simulators
                .send(simulators
                        .request("/v1/convai/conversation/get-signed-url?agent_id=a")
                        .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY)
                        .header("X-Forwarded-Proto", "https"))
                .body();
        assertTrue(new JsonObject(secure).getString("signed_url").startsWith("wss://localhost:"), secure);
    }

    @Test
    @DisplayName("providers 2.1: no token without the key of the workspace and the id of an agent")
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
    @DisplayName("R11, providers 2.3: a webhook carries another body's signature, or comes twice")
    void signsBadlyWhenArmed() throws GeneralSecurityException {
        simulators.arm("elevenlabs.webhook", "badSignature", Map.of());
        simulators.arm("elevenlabs.webhook", "duplicate", Map.of());
        end(talk());
        time.advance(ANALYSIS.plus(DELAY));
        awaitHooks(3);
        Hook hook = sink.first("post_call_transcription");
        assertNotEquals(expected(hook), hook.header("ElevenLabs-Signature"));
    }

    private String talk() {
        return simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
    }

    private String end(String id) {
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        return id;
    }

    private void awaitHooks(int count) {
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() == count);
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
