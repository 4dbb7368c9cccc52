package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F4, W01: what was proven is proven no more when one byte of it is another, is missing, or is there twice. */
class ForgeryTest {

    private static final byte[] BODY =
            "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"room\":{\"name\":\"iv_1\"}}".getBytes(UTF_8);
    private static final Clock CLOCK = Clock.systemUTC();

    private final LiveKitSignature liveKit = new LiveKitSignature(
            Configured.as(
                    LiveKitConfig.class,
                    Map.of(
                            "colloquy.livekit.url", "",
                            "colloquy.livekit.api-key", LiveKitTokens.KEY,
                            "colloquy.livekit.api-secret", LiveKitTokens.SECRET)),
            Configured.as(LiveKitWebhookConfig.class, Map.of()),
            CLOCK);
    private final ElevenLabsSignature elevenLabs = new ElevenLabsSignature(
            Configured.as(
                    ElevenLabsConfig.class, Map.of("colloquy.elevenlabs.webhook-secret", ElevenLabsSignatures.SECRET)),
            Configured.as(ElevenLabsWebhookConfig.class, Map.of()),
            CLOCK);
    private final OpenAiSignature openAi = new OpenAiSignature(
            Configured.as(OpenAiWebhookConfig.class, Map.of("colloquy.webhook.openai.secret", OpenAiSignatures.SECRET)),
            CLOCK);

    /** A way to prove a body with one header. */
    private interface Check {
        void verify(byte[] body, List<String> header);
    }

    @Test
    @DisplayName("of more than a thousand forgeries of LiveKit's, ElevenLabs' and OpenAI's webhooks none is accepted")
    void acceptsNone() {
        var now = Instant.now();
        var openAiHeaders = OpenAiSignatures.headers("wh_1", BODY, now, OpenAiSignatures.SECRET);
        var forgeries = forgeries(liveKit::verify, LiveKitTokens.sign(BODY))
                + forgeries(elevenLabs::verify, ElevenLabsSignatures.sign(BODY, now))
                + forgeries(
                        (body, header) ->
                                openAi.verify(body, new Headers(openAiHeaders.id(), openAiHeaders.timestamp(), header)),
                        openAiHeaders.signature().getFirst());

        assertTrue(forgeries > 1000, forgeries + " forgeries");
    }

    private static int forgeries(Check check, String header) {
        assertDoesNotThrow(() -> check.verify(BODY, List.of(header)));
        var bodies = altered(BODY);
        var headers = headers(header);
        bodies.forEach(body -> assertRefused(check, body, List.of(header)));
        headers.forEach(forged -> assertRefused(check, BODY, forged));
        return bodies.size() + headers.size();
    }

    private static void assertRefused(Check check, byte[] body, List<String> header) {
        assertThrows(WebhookRefused.class, () -> check.verify(body, header), () -> new String(body, UTF_8) + header);
    }

    /** With one bit of each byte turned, without its end, and with something more. */
    private static List<byte[]> altered(byte[] body) {
        var bodies = new ArrayList<byte[]>();
        for (int at = 0; at < body.length; at++) {
            var turned = body.clone();
            turned[at] ^= (byte) (1 << (at % 8));
            bodies.add(turned);
            bodies.add(Arrays.copyOf(body, at));
        }
        bodies.add(Arrays.copyOf(body, body.length + 1));
        return bodies;
    }

    /** With each character another one, cut, twice, and in other letters. */
    private static List<List<String>> headers(String header) {
        var replaced = IntStream.range(0, header.length()).mapToObj(at -> replaced(header, at));
        var cut = IntStream.range(0, header.length()).mapToObj(at -> header.substring(0, at));
        var others = Stream.of(header.toLowerCase(Locale.ROOT), header + "x");
        return Stream.concat(
                        Stream.of(replaced, cut, others)
                                .flatMap(headers -> headers)
                                .filter(forged -> !forged.equals(header))
                                .map(List::of),
                        Stream.of(List.<String>of(), List.of(header, header)))
                .toList();
    }

    /** By a character that says something else: not by one of those bits that base64 leaves over at its end. */
    private static String replaced(String header, int at) {
        char other = header.charAt(at) == '!' ? '?' : '!';
        return header.substring(0, at) + other + header.substring(at + 1);
    }
}
