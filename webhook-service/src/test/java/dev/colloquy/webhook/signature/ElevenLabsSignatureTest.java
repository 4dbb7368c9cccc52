package dev.colloquy.webhook.signature;

import static dev.colloquy.webhook.signature.ElevenLabsSignatures.OLD_SECRET;
import static dev.colloquy.webhook.signature.ElevenLabsSignatures.SECRET;
import static dev.colloquy.webhook.signature.ElevenLabsSignatures.mac;
import static dev.colloquy.webhook.signature.ElevenLabsSignatures.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W2 ElevenLabs' signature")
class ElevenLabsSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BODY = "{\"type\":\"post_call_transcription\",\"data\":{}}".getBytes(UTF_8);
    private static final String T = "t=" + NOW.getEpochSecond();
    private static final String MAC = mac(SECRET, String.valueOf(NOW.getEpochSecond()), BODY);

    private final ElevenLabsSignature signature = new ElevenLabsSignature(
            Configured.as(ElevenLabsConfig.class, Map.of("colloquy.elevenlabs.webhook-secret", SECRET)),
            Configured.as(
                    ElevenLabsWebhookConfig.class,
                    Map.of("colloquy.webhook.elevenlabs.previous[0].secret", OLD_SECRET)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void acceptsThePartsInAnyOrder() {
        for (var header : List.of(T + ",v0=" + MAC, "v0=" + MAC + "," + T, "x=1, " + T + " , v0=" + MAC + ",v1=a")) {
            assertEquals(KeyAge.CURRENT, verify(header).signedWith());
        }
    }

    @Test
    @DisplayName("W08: any of several signatures counts, and which key made it is known")
    void acceptsAnyOfSeveralSignatures() {
        var old = mac(OLD_SECRET, String.valueOf(NOW.getEpochSecond()), BODY);

        assertEquals(
                KeyAge.CURRENT,
                verify(T + ",v0=" + "0".repeat(64) + ",v0=" + MAC).signedWith());
        assertEquals(
                KeyAge.PREVIOUS,
                verify(T + ",v0=" + "0".repeat(64) + ",v0=" + old).signedWith());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -1801, -60, -30, 0, 30, 300})
    @DisplayName("W03: a retry that comes late and a clock that is ahead are accepted")
    void acceptsALateRetryAndAClockThatIsAhead(long seconds) {
        verify(sign(BODY, NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3601, 301, 360, 86_400})
    @DisplayName("W03: other times are refused")
    void refusesOtherTimes(long seconds) {
        assertEquals(Reason.OUTSIDE_TIME, refusal(BODY, List.of(sign(BODY, NOW.plusSeconds(seconds)))));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("W06, W22: everything else is refused")
    void refusesEverythingElse(List<String> headers, Reason reason) {
        assertEquals(reason, refusal(BODY, headers));
    }

    static Stream<Arguments> refusesEverythingElse() {
        var good = T + ",v0=" + MAC;
        var later = "t=" + (NOW.getEpochSecond() + 1);
        return Stream.of(
                Arguments.of(List.of(), Reason.MISSING),
                Arguments.of(List.of(good, good), Reason.AMBIGUOUS),
                Arguments.of(List.of(T + "," + later + ",v0=" + MAC), Reason.AMBIGUOUS),
                Arguments.of(List.of(good + "," + good), Reason.AMBIGUOUS),
                Arguments.of(List.of(good + ","), Reason.MALFORMED),
                Arguments.of(List.of(good + ",x"), Reason.MALFORMED),
                Arguments.of(List.of(good + good), Reason.MALFORMED),
                Arguments.of(List.of(""), Reason.MALFORMED),
                Arguments.of(List.of(T), Reason.MALFORMED),
                Arguments.of(List.of("v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of("t=,v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of("t=-5,v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of("t=1e9,v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of("t=" + "9".repeat(30) + ",v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of("T=1,V0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of(T + ";v0=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of(T + ",v1=" + MAC), Reason.MALFORMED),
                Arguments.of(List.of(T + ",v0="), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(T + ",v0=" + MAC.toUpperCase(Locale.ROOT)), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(T + ",v0=" + MAC + "00"), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(T + ",v0=" + MAC.substring(2)), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(T + ",v0=\u00e9" + MAC.substring(1)), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(later + ",v0=" + MAC), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(sign(BODY, NOW, SECRET + "x")), Reason.WRONG_SIGNATURE),
                Arguments.of(List.of(sign(BODY, NOW, "\0")), Reason.WRONG_SIGNATURE));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("W01: a signature of which one digit is another is refused")
    void refusesASignatureOfWhichOneDigitIsChanged(String header) {
        assertEquals(Reason.WRONG_SIGNATURE, refusal(BODY, List.of(header)));
    }

    static Stream<String> refusesASignatureOfWhichOneDigitIsChanged() {
        return IntStream.iterate(0, at -> at < 64, at -> at + 9)
                .mapToObj(at -> T + ",v0=" + MAC.substring(0, at) + (MAC.charAt(at) == '0' ? '1' : '0')
                        + MAC.substring(at + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " %s", "%s\n", "\ufeff%s"})
    @DisplayName("W01, W02: another body is refused")
    void refusesAnotherBody(String pattern) {
        var body = pattern.formatted(new String(BODY, UTF_8)).getBytes(UTF_8);

        assertEquals(Reason.WRONG_SIGNATURE, refusal(body, List.of(sign(BODY, NOW))));
    }

    @Test
    @DisplayName("W09: a body that is too large is refused")
    void refusesABodyThatIsTooLarge() {
        var body = new byte[(4 << 20) + 1];

        assertEquals(Reason.TOO_LARGE, refusal(body, List.of(sign(body, NOW))));
    }

    private VerifiedBody verify(String header) {
        return signature.verify(BODY, List.of(header));
    }

    private Reason refusal(byte[] body, List<String> headers) {
        return assertThrows(WebhookRefused.class, () -> signature.verify(body, headers))
                .reason();
    }
}
