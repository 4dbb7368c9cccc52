package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.local.embedded.NodeProject;
import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F4: what the providers' own SDKs sign is accepted here, and what our tests sign is accepted by them. */
@DisplayName("W1 W2 W3 The providers' own SDKs")
class SdkTest {

    private static final Clock CLOCK = Clock.systemUTC();

    /** All JSON objects; whoever changes a byte of them on the way breaks the signature. */
    private static final List<String> BODIES = List.of(
            "{}",
            " { } ",
            "{\n}\n",
            "\r\n{\t}",
            "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"room\":{\"name\":\"iv_1\"}}",
            "{ \"event\" : \"room_finished\" , \"id\" : \"EV_1\" }",
            "{\r\n\t\"event\":\t\"room_finished\"\r\n}",
            "{\"id\":\"EV_1\",\"event\":\"room_finished\"}",
            "{\"event\":\"\\u0072oom_finished\"}",
            "{\"id\":\"é\"}",
            "{\"id\":\"e\u0301\"}",
            "{\"id\":\"漢字 עברית العربية\"}",
            "{\"id\":\"😀 👩‍👩‍👧\"}",
            "{\"id\":\"\\ud83d\\ude00\"}",
            "{\"id\":\"\u2028\u2029\u00a0\ufeff\"}",
            "{\"id\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
            "{\"id\":\"\u007f\u0080\uffff\"}",
            "{\"id\":\".\",\"unknown\":\"1700000000.{}\"}",
            "{\"unknown\":[1.0,1e2,-0,true,null,{\"a\":{}}]}",
            "{\"createdAt\":\"1700000000\",\"numDropped\":3}",
            "{\"room\":{\"metadata\":\"%s\"}}".formatted("x".repeat(500_000)),
            "{\"room\":{\"metadata\":\"%s\"}}".formatted("漢".repeat(100_000)));

    private static final Instant SIGNED = CLOCK.instant().minusSeconds(5);
    private static JsonObject seen;

    @BeforeAll
    static void judge() {
        var sdks = NodeProject.install(Path.of("target/node/signatures"), Path.of("src/test/node/signatures"));
        seen = new JsonObject(sdks.scriptReading(
                new JsonObject()
                        .put("bodies", new JsonArray(BODIES))
                        .put("livekit", livekit())
                        .put("elevenlabs", elevenlabs())
                        .put("openai", openai())
                        .encode(),
                "judge.mjs",
                Map.of()));
    }

    @Test
    @DisplayName("livekit-server-sdk: each accepts what the other signs, byte for byte")
    void agreeAboutLiveKit() {
        var signature = new LiveKitSignature(
                Configured.as(
                        LiveKitConfig.class,
                        Map.of(
                                "colloquy.livekit.api-key", LiveKitTokens.KEY,
                                "colloquy.livekit.api-secret", LiveKitTokens.SECRET)),
                Configured.as(LiveKitWebhookConfig.class, Map.of()),
                CLOCK);

        assertJudged("livekit");
        assertAccepted("livekit", Reason.WRONG_BODY, (body, token) -> signature.verify(body, List.of((String) token)));
    }

    @Test
    @DisplayName("providers 1.6: LiveKit's Java SDK accepts what our tests sign, and reads it as it was meant")
    void agreesInJava() {
        var receiver = new WebhookReceiver(LiveKitTokens.KEY, LiveKitTokens.SECRET);

        for (var body : BODIES) {
            receiver.receive(body, LiveKitTokens.sign(body.getBytes(UTF_8), SIGNED));
        }
        var token = LiveKitTokens.sign(BODIES.get(12).getBytes(UTF_8), SIGNED);
        assertEquals("😀 👩‍👩‍👧", receiver.receive(BODIES.get(12), token).getId());
    }

    @Test
    @DisplayName("providers 1.6: where LiveKit's Java SDK grants a clock that is behind nothing, here it has a minute")
    void differsFromTheJavaSdkInItsClock() {
        var receiver = new WebhookReceiver(LiveKitTokens.KEY, LiveKitTokens.SECRET);
        var check = Party.LIVEKIT.check(CLOCK, 1);
        var ahead = CLOCK.instant().plusSeconds(40);
        var body = BODIES.getFirst().getBytes(UTF_8);

        assertThrows(Exception.class, () -> receiver.receive(BODIES.getFirst(), LiveKitTokens.sign(body, ahead)));
        check.verify(body, Party.LIVEKIT.sign(body, ahead, 1));
    }

    @Test
    @DisplayName("@elevenlabs/elevenlabs-js accepts what our tests sign")
    void agreesAboutElevenLabs() {
        assertJudged("elevenlabs");
    }

    @Test
    @DisplayName("openai and standardwebhooks accept what our tests sign, among other signatures")
    void agreeAboutOpenAi() {
        assertJudged("openai");
        assertJudged("standard");
    }

    @Test
    @DisplayName("standardwebhooks: what it signs is accepted, byte for byte")
    void acceptsWhatTheStandardSigns() {
        var signature = new OpenAiSignature(
                Configured.as(
                        OpenAiWebhookConfig.class, Map.of("colloquy.webhook.openai.secret", OpenAiSignatures.SECRET)),
                CLOCK);

        assertAccepted(
                "standard",
                Reason.WRONG_SIGNATURE,
                (body, headers) ->
                        signature.verify(body, headers((JsonObject) headers)).body());
    }

    /** The SDK has accepted each body, and not the same with a space behind it. */
    private static void assertJudged(String sdk) {
        var verdicts = seen.getJsonObject(sdk).getJsonArray("verdicts");
        var ofOthers = seen.getJsonObject(sdk).getJsonArray("ofOthers");

        assertEquals(BODIES.stream().map(_ -> "accepted").toList(), verdicts.getList());
        assertEquals(BODIES.size(), ofOthers.size());
        assertFalse(ofOthers.contains("accepted"), ofOthers::encode);
    }

    /** We accept what the SDK has signed for each body, and not for the same with a space behind it. */
    private static void assertAccepted(
            String sdk, Reason reason, BiFunction<byte[], Object, VerifiedBody> verification) {
        var signed = seen.getJsonObject(sdk).getJsonArray("signed");

        for (int at = 0; at < BODIES.size(); at++) {
            var headers = signed.getValue(at);
            var body = BODIES.get(at);
            verification.apply(body.getBytes(UTF_8), headers);
            var refused =
                    assertThrows(WebhookRefused.class, () -> verification.apply((body + " ").getBytes(UTF_8), headers));
            assertEquals(reason, refused.reason());
        }
    }

    private static JsonObject livekit() {
        var signed = BODIES.stream().map(body -> LiveKitTokens.sign(body.getBytes(UTF_8), SIGNED));
        return new JsonObject()
                .put("key", LiveKitTokens.KEY)
                .put("secret", LiveKitTokens.SECRET)
                .put("signed", new JsonArray(signed.toList()));
    }

    /** With a second signature, as during a rotation; the SDK reads the first one only. */
    private static JsonObject elevenlabs() {
        var signed = BODIES.stream()
                .map(body -> ElevenLabsSignatures.sign(body.getBytes(UTF_8), SIGNED) + ",v0=" + "0".repeat(64));
        return new JsonObject()
                .put("secret", ElevenLabsSignatures.SECRET)
                .put("signed", new JsonArray(signed.toList()));
    }

    /** With other signatures before and behind the right one. */
    private static JsonObject openai() {
        var signed = IntStream.range(0, BODIES.size()).mapToObj(at -> {
            var headers = OpenAiSignatures.sign("wh_" + at, BODIES.get(at).getBytes(UTF_8), SIGNED);
            return new JsonObject()
                    .put("webhook-id", headers.get("webhook-id"))
                    .put("webhook-timestamp", headers.get("webhook-timestamp"))
                    .put("webhook-signature", "v1a,AAAA v1,AAAA " + headers.get("webhook-signature") + " v1,BBBB");
        });
        return new JsonObject().put("secret", OpenAiSignatures.SECRET).put("signed", new JsonArray(signed.toList()));
    }

    private static Headers headers(JsonObject headers) {
        return new Headers(
                List.of(headers.getString("webhook-id")),
                List.of(headers.getString("webhook-timestamp")),
                List.of(headers.getString("webhook-signature")));
    }
}
