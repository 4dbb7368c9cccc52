package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.signature.Party.Check;
import dev.colloquy.webhook.signature.Party.Old;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What was proven is proven no more when anything in it is another, is missing, or is there twice. */
@DisplayName("W1 W2 W3 Of all forgeries none is accepted")
class ForgeryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** Every class of bytes: structure, letters, digits, white space, escapes, NUL, characters of two to four bytes. */
    private static final byte[] BODY =
            "{\"event\" : \"room_finished\",\r\n\t\"id\":\"EV_1\",\"n\":-12.5e3,\"x\":[true,null,\"\\u00e9\\n\0é漢😀\"]}"
                    .getBytes(UTF_8);

    private final SettableClock clock = new SettableClock(NOW);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TAVUS")
    @DisplayName("F4, W01, W02: with another body")
    void refusesOtherBodies(Party party) {
        assertRefused(party, 1000, Forgery.bodies(BODY, party.sign(BODY, NOW, 1)));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TAVUS")
    @DisplayName("F4, W01, W22: with another header, without it, and with more than one")
    void refusesOtherHeaders(Party party) {
        assertRefused(party, 500, Forgery.headers(BODY, party.sign(BODY, NOW, 1)));
    }

    @ParameterizedTest
    @EnumSource(names = "TAVUS")
    @DisplayName("F4: at another address")
    void refusesOtherAddresses(Party party) {
        assertRefused(party, 300, Forgery.values(BODY, party.sign(BODY, NOW, 1)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("F4, W06: with a key that is unknown or has expired")
    void refusesOtherKeys(Party party) {
        assertRefused(
                party,
                100,
                IntStream.rangeClosed(2, 101).mapToObj(key -> forgery("key " + key, party.sign(BODY, NOW, key))));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TAVUS")
    @DisplayName("F4, W03: of a time that is long ago or to come")
    void refusesOtherTimes(Party party) {
        assertRefused(
                party,
                120,
                IntStream.rangeClosed(1, 60)
                        .boxed()
                        .flatMap(at -> Stream.of(Duration.ofMinutes(-60 - at), Duration.ofMinutes(5 + at)))
                        .map(away -> forgery("time " + away, party.sign(BODY, NOW.plus(away), 1))));
    }

    @ParameterizedTest
    @EnumSource(names = "LIVEKIT")
    @DisplayName("F4, W06: with another algorithm or key than LiveKit's rule names")
    void refusesOtherAlgorithms(Party party) {
        assertRefused(
                party,
                50,
                ForgedTokens.of(BODY, NOW, party.secret(1))
                        .map(token -> forgery("token", Map.of("Authorization", List.of(token)))));
    }

    @ParameterizedTest
    @EnumSource(names = {"ELEVENLABS", "OPENAI"})
    @DisplayName("F4, W06: with another algorithm, key, version or alphabet than the rules of the others name")
    void refusesOtherMacs(Party party) {
        var headers = party.sign(BODY, NOW, 1);
        var header = party == Party.OPENAI ? "webhook-signature" : "ElevenLabs-Signature";

        assertRefused(
                party,
                50,
                ForgedMacs.of(party, BODY, NOW)
                        .map(value -> forgery("mac " + value, Forgery.with(headers, header, List.of(value)))));
    }

    private void assertRefused(Party party, int atLeast, Stream<Forgery> stream) {
        var check = party.check(clock, 1, new Old(2, NOW), new Old(3, NOW.minusSeconds(1)));
        var forgeries = stream.toList();

        assertEquals(KeyAge.CURRENT, check.verify(BODY, party.sign(BODY, NOW, 1)));
        assertTrue(forgeries.size() >= atLeast, forgeries.size() + " forgeries");
        forgeries.forEach(forgery -> assertRefused(check, forgery));
    }

    private static void assertRefused(Check check, Forgery forgery) {
        assertThrows(WebhookRefused.class, () -> check.verify(forgery.bytes(), forgery.headers()), forgery::toString);
    }

    private static Forgery forgery(String what, Map<String, List<String>> headers) {
        return new Forgery(what, new String(BODY, ISO_8859_1), headers);
    }
}
