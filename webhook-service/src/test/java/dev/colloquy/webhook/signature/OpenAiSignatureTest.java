package dev.colloquy.webhook.signature;

import static dev.colloquy.webhook.signature.OpenAiSignatures.OLD_SECRET;
import static dev.colloquy.webhook.signature.OpenAiSignatures.SECRET;
import static dev.colloquy.webhook.signature.OpenAiSignatures.headers;
import static dev.colloquy.webhook.signature.OpenAiSignatures.mac;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W3 OpenAI's signature")
class OpenAiSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String TIME = String.valueOf(NOW.getEpochSecond());
    private static final String ID = "wh_1";
    private static final byte[] BODY = "{\"type\":\"realtime.call.incoming\"}".getBytes(UTF_8);
    private static final String MAC = mac(SECRET, ID, TIME, BODY);

    private final OpenAiSignature signature = signature(
            Map.of("colloquy.webhook.openai.secret", SECRET, "colloquy.webhook.openai.previous[0].secret", OLD_SECRET));

    @Test
    @DisplayName("the example of standardwebhooks.com is accepted")
    void acceptsTheExampleOfTheStandard() {
        var standard = new OpenAiSignature(
                Configured.as(
                        OpenAiWebhookConfig.class,
                        Map.of("colloquy.webhook.openai.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC));

        var message = standard.verify(
                "{\"test\": 2432232314}".getBytes(UTF_8),
                new Headers(
                        List.of("msg_p5jXN8AQM9LWM0D4loKWxJek"),
                        List.of("1614265330"),
                        List.of("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")));

        assertEquals("msg_p5jXN8AQM9LWM0D4loKWxJek", message.id());
    }

    @Test
    @DisplayName("W08: any of several signatures counts, and which key made it is known")
    void acceptsAnyOfSeveralSignatures() {
        var old = mac(OLD_SECRET, ID, TIME, BODY);

        assertEquals(KeyAge.CURRENT, signedWith("v1a,xyz v1,AAAA " + MAC));
        assertEquals(KeyAge.PREVIOUS, signedWith("v1,AAAA " + old));
        assertEquals(KeyAge.CURRENT, signedWith(old + " " + MAC));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -30, 0, 30, 300})
    @DisplayName("W03: a clock that differs a little is accepted")
    void acceptsOtherClocks(long seconds) {
        signature.verify(BODY, headers(ID, BODY, NOW.plusSeconds(seconds), SECRET));
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -360, -301, 301, 360, 86_400})
    @DisplayName("W03: other times are refused")
    void refusesOtherTimes(long seconds) {
        assertEquals(Reason.OUTSIDE_TIME, refusal(BODY, headers(ID, BODY, NOW.plusSeconds(seconds), SECRET)));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("W06, W22: everything else is refused")
    void refusesEverythingElse(Headers headers, Reason reason) {
        assertEquals(reason, refusal(BODY, headers));
    }

    static Stream<Arguments> refusesEverythingElse() {
        var id = List.of(ID);
        var time = List.of(TIME);
        var mac = List.of(MAC);
        return Stream.of(
                Arguments.of(new Headers(List.of(), time, mac), Reason.MISSING),
                Arguments.of(new Headers(id, List.of(), mac), Reason.MISSING),
                Arguments.of(new Headers(id, time, List.of()), Reason.MISSING),
                Arguments.of(new Headers(List.of(ID, ID), time, mac), Reason.AMBIGUOUS),
                Arguments.of(new Headers(id, List.of(TIME, TIME), mac), Reason.AMBIGUOUS),
                Arguments.of(new Headers(id, time, List.of(MAC, MAC)), Reason.AMBIGUOUS),
                Arguments.of(new Headers(List.of(""), time, mac), Reason.MALFORMED),
                Arguments.of(new Headers(List.of("a b"), time, mac), Reason.MALFORMED),
                Arguments.of(headers("wh.1", BODY, NOW, SECRET), Reason.MALFORMED),
                Arguments.of(new Headers(List.of("x".repeat(201)), time, mac), Reason.MALFORMED),
                Arguments.of(new Headers(id, List.of("-5"), mac), Reason.MALFORMED),
                Arguments.of(new Headers(id, List.of("1e9"), mac), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of("")), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of(MAC.replace("v1,", "v2,"))), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of(MAC.replace("v1,", "V1,"))), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of(MAC + ", " + MAC)), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of(MAC + " ")), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of(MAC + " x")), Reason.MALFORMED),
                Arguments.of(new Headers(id, time, List.of("v1,")), Reason.WRONG_SIGNATURE),
                Arguments.of(new Headers(id, time, List.of(MAC + "=")), Reason.WRONG_SIGNATURE),
                Arguments.of(new Headers(id, time, List.of(MAC.replace("=", ""))), Reason.WRONG_SIGNATURE),
                Arguments.of(new Headers(List.of("wh_2"), time, mac), Reason.WRONG_SIGNATURE),
                Arguments.of(new Headers(id, List.of("0" + TIME), mac), Reason.WRONG_SIGNATURE),
                Arguments.of(headers(ID, BODY, NOW, SECRET.replace("whsec_Y", "whsec_Z")), Reason.WRONG_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " %s", "%s\n", "\ufeff%s"})
    @DisplayName("W01, W02: another body is refused")
    void refusesAnotherBody(String pattern) {
        var body = pattern.formatted(new String(BODY, UTF_8)).getBytes(UTF_8);

        assertEquals(Reason.WRONG_SIGNATURE, refusal(body, headers(ID, BODY, NOW, SECRET)));
    }

    @Test
    @DisplayName("W09: a body that is too large is refused")
    void refusesABodyThatIsTooLarge() {
        var body = new byte[(1 << 20) + 1];

        assertEquals(Reason.TOO_LARGE, refusal(body, headers(ID, body, NOW, SECRET)));
    }

    @Test
    void refusesAllWithoutASecret() {
        var unused = signature(Map.of());

        var refused = assertThrows(WebhookRefused.class, () -> unused.verify(BODY, headers(ID, BODY, NOW, SECRET)));

        assertEquals(Reason.UNKNOWN_KEY, refused.reason());
    }

    private static OpenAiSignature signature(Map<String, String> keys) {
        return new OpenAiSignature(Configured.as(OpenAiWebhookConfig.class, keys), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private KeyAge signedWith(String header) {
        return signature
                .verify(BODY, new Headers(List.of(ID), List.of(TIME), List.of(header)))
                .body()
                .signedWith();
    }

    private Reason refusal(byte[] body, Headers headers) {
        return assertThrows(WebhookRefused.class, () -> signature.verify(body, headers))
                .reason();
    }
}
