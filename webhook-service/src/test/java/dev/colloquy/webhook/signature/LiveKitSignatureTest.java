package dev.colloquy.webhook.signature;

import static dev.colloquy.webhook.signature.LiveKitTokens.KEY;
import static dev.colloquy.webhook.signature.LiveKitTokens.OLD_KEY;
import static dev.colloquy.webhook.signature.LiveKitTokens.OLD_SECRET;
import static dev.colloquy.webhook.signature.LiveKitTokens.SECRET;
import static dev.colloquy.webhook.signature.LiveKitTokens.builder;
import static dev.colloquy.webhook.signature.LiveKitTokens.hash;
import static dev.colloquy.webhook.signature.LiveKitTokens.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import io.livekit.server.AccessToken;
import io.livekit.server.WebhookReceiver;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("W1 LiveKit's signature")
class LiveKitSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BODY =
            "{\"event\":\"room_finished\",\"id\":\"EV_1\",\"room\":{\"sid\":\"RM_1\"}}".getBytes(UTF_8);
    private static final LiveKitConfig LIVEKIT = Configured.as(
            LiveKitConfig.class, Map.of("colloquy.livekit.api-key", KEY, "colloquy.livekit.api-secret", SECRET));
    private static final LiveKitWebhookConfig CONFIG = Configured.as(
            LiveKitWebhookConfig.class,
            Map.of(
                    "colloquy.webhook.livekit.previous[0].api-key", OLD_KEY,
                    "colloquy.webhook.livekit.previous[0].api-secret", OLD_SECRET));

    private final LiveKitSignature signature = at(NOW);

    @Test
    void acceptsWhatLiveKitSigns() {
        var verified = signature.verify(BODY, List.of(sign(BODY, NOW)));

        assertArrayEquals(BODY, verified.bytes());
        assertEquals(KeyAge.CURRENT, verified.signedWith());
    }

    @Test
    void acceptsWhatTheSdkSigns() {
        var token = new AccessToken(KEY, SECRET);
        token.setSha256(hash(BODY));

        at(Clock.systemUTC().instant()).verify(BODY, List.of(token.toJwt()));
    }

    @Test
    void signsInTestsWhatTheSdkAccepts() {
        var token = sign(BODY, Clock.systemUTC().instant().minusSeconds(5));

        var event = new WebhookReceiver(KEY, SECRET).receive(new String(BODY, UTF_8), token);

        assertEquals("EV_1", event.getId());
    }

    @Test
    @DisplayName("W08: the previous key is accepted while it is rotated out, and known")
    void acceptsThePreviousKeyWhileItIsRotated() {
        var token = builder(BODY, NOW).withIssuer(OLD_KEY).sign(Algorithm.HMAC256(OLD_SECRET));

        assertEquals(KeyAge.PREVIOUS, signature.verify(BODY, List.of(token)).signedWith());
    }

    @Test
    @DisplayName("F5: a key of which only the secret is another is accepted with both")
    void acceptsTwoSecretsOfOneKey() {
        var settings = Map.of(
                "colloquy.webhook.livekit.previous[0].api-key", KEY,
                "colloquy.webhook.livekit.previous[0].api-secret", OLD_SECRET);
        var rotated = new LiveKitSignature(
                LIVEKIT, Configured.as(LiveKitWebhookConfig.class, settings), Clock.fixed(NOW, ZoneOffset.UTC));
        var old = builder(BODY, NOW).sign(Algorithm.HMAC256(OLD_SECRET));

        assertEquals(
                KeyAge.CURRENT, rotated.verify(BODY, List.of(sign(BODY, NOW))).signedWith());
        assertEquals(KeyAge.PREVIOUS, rotated.verify(BODY, List.of(old)).signedWith());
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("W03: clocks that differ by up to a minute are accepted")
    void acceptsClocksThatDifferByUpToAMinute(Duration ours) {
        at(NOW.plus(ours)).verify(BODY, List.of(sign(BODY, NOW)));
    }

    static Stream<Duration> acceptsClocksThatDifferByUpToAMinute() {
        return Stream.of(-59, -30, 0, 30, 300, 359).map(Duration::ofSeconds);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("W01, W02, W03, W06, W22: everything else is refused")
    void refusesEverythingElse(String what, byte[] body, List<String> headers, Reason reason) {
        var refusal = assertThrows(WebhookRefused.class, () -> signature.verify(body, headers));

        assertEquals(reason, refusal.reason());
    }

    static Stream<Arguments> refusesEverythingElse() {
        return Stream.of(headers(), signers(), claims(), otherBodies()).flatMap(vectors -> vectors);
    }

    private static Stream<Arguments> headers() {
        var token = sign(BODY, NOW);
        return Stream.of(
                vector("no header", List.of(), Reason.MISSING),
                vector("two headers", List.of(token, token), Reason.AMBIGUOUS),
                vector("two different headers", List.of(token, "x"), Reason.AMBIGUOUS),
                vector("an empty header", List.of(""), Reason.MALFORMED),
                vector("Bearer", List.of("Bearer " + token), Reason.MALFORMED),
                vector("two tokens in one header", List.of(token + "," + token), Reason.MALFORMED),
                vector("no dots", List.of("abc"), Reason.MALFORMED),
                vector("nothing but dots", List.of(".."), Reason.MALFORMED),
                vector("five parts", List.of(token + ".a.b"), Reason.MALFORMED),
                vector("padding", List.of(token + "="), Reason.MALFORMED),
                vector("a foreign letter", List.of(token + "!"), Reason.MALFORMED),
                vector("another last letter with the same bits", List.of(sibling(token)), Reason.MALFORMED));
    }

    /** Ends in the next letter, which stands for the same four bits. */
    private static String sibling(String token) {
        int last = token.length() - 1;
        return token.substring(0, last) + (token.charAt(last) == '8' ? '9' : (char) (token.charAt(last) + 1));
    }

    private static Stream<Arguments> signers() {
        var rsa = rsa();
        return Stream.of(
                vector("alg none", Algorithm.none(), Reason.WRONG_SIGNATURE),
                vector("HS384", Algorithm.HMAC384(SECRET), Reason.WRONG_SIGNATURE),
                vector("HS512", Algorithm.HMAC512(SECRET), Reason.WRONG_SIGNATURE),
                vector(
                        "RS256",
                        Algorithm.RSA256((RSAPublicKey) rsa.getPublic(), (RSAPrivateKey) rsa.getPrivate()),
                        Reason.WRONG_SIGNATURE),
                vector("another secret", Algorithm.HMAC256(SECRET + "x"), Reason.WRONG_SIGNATURE),
                vector("the secret of the previous key", Algorithm.HMAC256(OLD_SECRET), Reason.WRONG_SIGNATURE),
                vector("the API key as secret", Algorithm.HMAC256(KEY), Reason.WRONG_SIGNATURE),
                vector("a key of zeros", Algorithm.HMAC256(new byte[32]), Reason.WRONG_SIGNATURE),
                vector("a key of one byte", Algorithm.HMAC256(new byte[1]), Reason.WRONG_SIGNATURE));
    }

    private static Stream<Arguments> claims() {
        var good = Algorithm.HMAC256(SECRET);
        var old = NOW.minusSeconds(361);
        return Stream.of(
                vector(
                        "another issuer",
                        List.of(builder(BODY, NOW).withIssuer("x").sign(good)),
                        Reason.UNKNOWN_KEY),
                vector("no issuer", List.of(builder(BODY, NOW).withIssuer(null).sign(good)), Reason.UNKNOWN_KEY),
                vector(
                        "two issuers",
                        List.of(builder(BODY, NOW)
                                .withClaim("iss", List.of(KEY, "x"))
                                .sign(good)),
                        Reason.MALFORMED),
                vector(
                        "the other key",
                        List.of(builder(BODY, NOW).withIssuer(OLD_KEY).sign(good)),
                        Reason.WRONG_SIGNATURE),
                vector("expired", List.of(sign(BODY, old)), Reason.OUTSIDE_TIME),
                vector("not valid yet", List.of(sign(BODY, NOW.plusSeconds(61))), Reason.OUTSIDE_TIME),
                vector(
                        "without end",
                        List.of(builder(BODY, NOW).withExpiresAt((Instant) null).sign(good)),
                        Reason.OUTSIDE_TIME),
                vector(
                        "an end that is no time",
                        List.of(builder(BODY, NOW).withClaim("exp", "soon").sign(good)),
                        Reason.MALFORMED),
                vector(
                        "no hash",
                        List.of(builder(BODY, NOW)
                                .withClaim("sha256", (String) null)
                                .sign(good)),
                        Reason.WRONG_BODY),
                vector(
                        "an empty hash",
                        List.of(builder(BODY, NOW).withClaim("sha256", "").sign(good)),
                        Reason.WRONG_BODY),
                vector(
                        "a hash in hex",
                        List.of(builder(BODY, NOW).withClaim("sha256", hex()).sign(good)),
                        Reason.WRONG_BODY),
                vector("a hash of nothing", List.of(sign(new byte[0], NOW)), Reason.WRONG_BODY));
    }

    @ParameterizedTest
    @MethodSource
    void refusesATokenThatIsNotWhole(String token) {
        assertThrows(WebhookRefused.class, () -> signature.verify(BODY, List.of(token)));
    }

    static Stream<String> refusesATokenThatIsNotWhole() {
        var token = sign(BODY, NOW);
        var payload = token.indexOf('.') + 1;
        var mac = token.lastIndexOf('.') + 1;
        var cut = IntStream.of(1, 10, payload, payload + 9, mac - 1, mac, mac + 10, token.length() - 3)
                .mapToObj(length -> token.substring(0, length));
        var changed = IntStream.of(2, 9, 15, payload + 3, payload + 17, payload + 40, mac, mac + 7, mac + 20, mac + 40)
                .mapToObj(
                        at -> token.substring(0, at) + (token.charAt(at) == 'A' ? 'z' : 'A') + token.substring(at + 1));
        return Stream.concat(cut, changed);
    }

    private static Stream<Arguments> otherBodies() {
        var text = new String(BODY, UTF_8);
        var reformatted = Stream.of(
                        text + "\n", " " + text, text.replace(":", ": "), text.replace("room_f", "Room_f"), "", "{}")
                .map(body -> Arguments.of(
                        "body " + body, body.getBytes(UTF_8), List.of(sign(BODY, NOW)), Reason.WRONG_BODY));
        var flipped = IntStream.range(0, 10).mapToObj(at -> {
            var body = BODY.clone();
            body[at * 5] ^= 1;
            return Arguments.of("body flipped at " + at * 5, body, List.of(sign(BODY, NOW)), Reason.WRONG_BODY);
        });
        var large = new byte[(1 << 20) + 1];
        return Stream.concat(
                Stream.concat(reformatted, flipped),
                Stream.of(Arguments.of("too large", large, List.of(sign(large, NOW)), Reason.TOO_LARGE)));
    }

    @Test
    void refusesEventsThatAreTooOldByTheirOwnTime() {
        signature.requireFresh(NOW.minus(Duration.ofMinutes(9)));

        assertThrows(WebhookRefused.class, () -> signature.requireFresh(NOW.minus(Duration.ofMinutes(11))));
    }

    private static String hex() {
        return HexFormat.of().formatHex(Sha256.of(BODY));
    }

    private static KeyPair rsa() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LiveKitSignature at(Instant now) {
        return new LiveKitSignature(LIVEKIT, CONFIG, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Arguments vector(String what, List<String> headers, Reason reason) {
        return Arguments.of(what, BODY, headers, reason);
    }

    private static Arguments vector(String what, Algorithm signer, Reason reason) {
        return vector(what, List.of(builder(BODY, NOW).sign(signer)), reason);
    }
}
