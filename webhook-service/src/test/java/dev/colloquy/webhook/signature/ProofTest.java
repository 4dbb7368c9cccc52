package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks behind their addresses: what is answered, counted and stored. */
@QuarkusTest
@DisplayName("W1 W2 W3 W4 Proof of webhooks over HTTP")
class ProofTest {

    @Inject
    MeterRegistry meters;

    private final String mark = "EV_" + UUID.randomUUID();
    private final String body = "{\"id\":\"%s\",\"event\":\"room_started\"}".formatted(mark);

    @ParameterizedTest
    @EnumSource(names = {"LIVEKIT", "ELEVENLABS", "OPENAI"})
    @DisplayName("W01, W02: one other bit, and the same JSON in another layout, are refused, counted and not stored")
    void refusesOtherBytes(Provider provider) {
        var reason = provider == Provider.LIVEKIT ? "wrong_body" : "wrong_signature";
        var headers = headers(provider, Age.CURRENT);
        var before = refused(provider, reason);

        assertEquals(401, post(provider, body.replace("started", "starteD"), headers));
        assertEquals(401, post(provider, body.replace(":", ": "), headers));
        assertEquals(401, post(provider, body + "\n", headers));

        assertEquals(before + 3, refused(provider, reason));
        assertTrue(Deliveries.containing(mark).isEmpty());
        assertEquals(accepting(provider), post(provider, body, headers));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("W08, F5: a previous key is accepted and counted as such; one that has ended is refused and counted")
    void takesPreviousKeysUntilTheirEnd(Provider provider) {
        var previous = accepted(provider, "previous");
        var expired = refused(provider, "expired_key");

        assertEquals(401, post(provider, body, headers(provider, Age.ENDED)));
        assertTrue(Deliveries.containing(mark).isEmpty());
        assertEquals(accepting(provider), post(provider, body, headers(provider, Age.PREVIOUS)));

        assertEquals(previous + 1, accepted(provider, "previous"));
        assertEquals(expired + 1, refused(provider, "expired_key"));
        assertEquals(1, Deliveries.containing(mark).size());
    }

    @Test
    @DisplayName("W08: of two signatures, by an unknown and by the previous key, the second counts")
    void takesTheSecondSignature() {
        var old = headers(Provider.ELEVENLABS, Age.PREVIOUS).get("ElevenLabs-Signature");
        var before = accepted(Provider.ELEVENLABS, "previous");

        var both = Map.of("ElevenLabs-Signature", old.replace(",v0=", ",v0=" + "0".repeat(64) + ",v0="));
        assertEquals(200, post(Provider.ELEVENLABS, body, both));

        assertEquals(before + 1, accepted(Provider.ELEVENLABS, "previous"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVEKIT", "ELEVENLABS", "OPENAI"})
    @DisplayName("W22: each header twice, in equal or other letters, is answered 400 and not stored")
    void refusesDoubledHeaders(Provider provider) {
        var headers = headers(provider, Age.CURRENT);

        for (var name : headers.keySet()) {
            for (var again : List.of(name, name.toUpperCase(Locale.ROOT))) {
                var lines = Stream.concat(lines(headers), Stream.of(again + ": " + headers.get(name)));
                assertEquals(400, RawRequest.post(path(provider), lines.toList(), body), again);
            }
        }
        assertTrue(Deliveries.containing(mark).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n ", "\r\n\t", "\r", "\0", "\u000b"})
    @DisplayName("W22: a header with a line break or a control character in it is refused and not stored")
    void refusesBrokenHeaders(String broken) {
        for (var provider : List.of(Provider.LIVEKIT, Provider.ELEVENLABS, Provider.OPENAI)) {
            var lines = lines(headers(provider, Age.CURRENT))
                    .map(line -> line.substring(0, line.length() - 3) + broken + line.substring(line.length() - 3));
            var status = RawRequest.post(path(provider), lines.toList(), body);
            assertTrue(status == 400 || status == 401, provider + " " + status);
        }
        assertTrue(Deliveries.containing(mark).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVEKIT", "ELEVENLABS", "OPENAI"})
    @DisplayName("W22: headers of 16 KB are answered 431, whichever it is, and not stored")
    void refusesLargeHeaders(Provider provider) {
        var headers = headers(provider, Age.CURRENT);
        var large = "x".repeat(16 << 10);

        var another = Stream.concat(lines(headers), Stream.of("X-Padding: " + large));
        assertEquals(431, RawRequest.post(path(provider), another.toList(), body));
        var itself = lines(headers).map(line -> line + large);
        assertEquals(431, RawRequest.post(path(provider), itself.toList(), body));
        assertTrue(Deliveries.containing(mark).isEmpty());
    }

    private enum Age {
        CURRENT,
        PREVIOUS,
        ENDED
    }

    private Map<String, String> headers(Provider provider, Age age) {
        var now = Clock.systemUTC().instant();
        var bytes = body.getBytes(UTF_8);
        return switch (provider) {
            case LIVEKIT -> Map.of("Authorization", livekit(bytes, now, age));
            case ELEVENLABS ->
                Map.of(
                        "ElevenLabs-Signature",
                        ElevenLabsSignatures.sign(
                                bytes,
                                now,
                                of(
                                        age,
                                        ElevenLabsSignatures.SECRET,
                                        ElevenLabsSignatures.OLD_SECRET,
                                        ElevenLabsSignatures.ENDED_SECRET)));
            case OPENAI ->
                OpenAiSignatures.sign(
                        mark,
                        bytes,
                        now,
                        of(age, OpenAiSignatures.SECRET, OpenAiSignatures.OLD_SECRET, OpenAiSignatures.ENDED_SECRET));
            case TAVUS -> Map.of("X-Address", of(age, "a-secret", "an-older", "an-ended"));
        };
    }

    private static String livekit(byte[] body, Instant now, Age age) {
        return LiveKitTokens.builder(body, now)
                .withIssuer(of(age, LiveKitTokens.KEY, LiveKitTokens.OLD_KEY, "key-long-ago"))
                .sign(Algorithm.HMAC256(
                        of(age, LiveKitTokens.SECRET, LiveKitTokens.OLD_SECRET, "an-ended-secret-of-livekit")));
    }

    private static String of(Age age, String current, String previous, String ended) {
        return switch (age) {
            case CURRENT -> current;
            case PREVIOUS -> previous;
            case ENDED -> ended;
        };
    }

    private static int post(Provider provider, String body, Map<String, String> headers) {
        return provider == Provider.TAVUS
                ? Sender.tavus(headers.get("X-Address") + "-address-of-tavus-for-tests-only", body)
                : Sender.post(path(provider), "application/json", body, headers);
    }

    private static Stream<String> lines(Map<String, String> headers) {
        return headers.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue());
    }

    private static String path(Provider provider) {
        return switch (provider) {
            case LIVEKIT -> Sender.LIVEKIT;
            case ELEVENLABS -> Sender.ELEVENLABS;
            case OPENAI -> "/webhooks/openai";
            case TAVUS -> "/webhooks/tavus";
        };
    }

    private static int accepting(Provider provider) {
        return provider == Provider.ELEVENLABS ? 200 : 204;
    }

    private double accepted(Provider provider, String key) {
        return meters
                .find("colloquy.webhook.deliveries")
                .tags("provider", provider.word(), "key", key, "outcome", "accepted")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double refused(Provider provider, String reason) {
        return meters.counter("colloquy.webhook.refused", "provider", provider.word(), "reason", reason)
                .count();
    }
}
