package dev.colloquy.webhook.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.PostCallAudio;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.signature.ElevenLabsSignatures;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W09 W10 Bodies of webhooks")
class BodyGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "a-secret-address-of-tavus-for-tests-only";

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/webhooks/livekit", "/webhooks/elevenlabs", "/webhooks/openai", "/webhooks/tavus/" + SECRET
            })
    @DisplayName("W09: are plain")
    void areNotPacked(String path) throws IOException {
        try (var request = new RawRequest(path, "Content-Encoding: gzip", "Content-Length: 2")) {
            request.send("{}");

            assertEquals(415, request.status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/webhooks/livekit, 1048577",
        "/webhooks/openai, 1048577",
        "/webhooks/tavus/" + SECRET + ", 1048577",
        "/webhooks/elevenlabs/, 1048577",
        "/webhooks/elevenlabs, 10485761"
    })
    @DisplayName("W09: are refused by their length before they come")
    void mayNotSayTheyAreTooLarge(String path, long length) throws IOException {
        try (var request = new RawRequest(path, "Content-Length: " + length, "ElevenLabs-Signature: " + wellFormed())) {
            assertEquals(413, request.status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/webhooks/livekit, 1048577",
        "/webhooks/openai, 1048577",
        "/webhooks/tavus/" + SECRET + ", 1048577",
        "/webhooks/elevenlabs, 10485761"
    })
    @DisplayName("W09: are refused as soon as they are too large, where they do not say how large they are")
    void mayNotBeTooLarge(String path, int length) throws IOException {
        try (var request =
                new RawRequest(path, "Transfer-Encoding: chunked", "ElevenLabs-Signature: " + wellFormed())) {
            var piece = "x".repeat(65_536);
            for (int sent = 0; sent < length; sent += piece.length()) {
                request.chunk(piece);
            }

            assertEquals(413, request.status());
        }
    }

    @Test
    @DisplayName("W09: what a length does not cover is not part of the body")
    void endWhereTheySay() throws IOException {
        try (var request = new RawRequest(Sender.LIVEKIT, "Content-Length: 2")) {
            request.send("{}" + "x".repeat(10_000));

            assertEquals(401, request.status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/webhooks/livekit",
                "/webhooks/elevenlabs",
                "/webhooks/openai",
                "/webhooks/tavus/" + SECRET,
                "/webhooks/elevenlabs/"
            })
    @DisplayName("W10: that trickle are cut off, and nobody else waits for them")
    void mayNotTrickle(String path) throws IOException {
        var slow = new ArrayList<RawRequest>();
        for (int caller = 0; caller < 50; caller++) {
            var request = new RawRequest(path, "Content-Length: 500000", "ElevenLabs-Signature: " + wellFormed());
            request.send("x".repeat(20_000));
            slow.add(request);
        }

        assertEquals(204, Sender.livekit("{\"event\":\"x\",\"id\":\"%s\"}".formatted(UUID.randomUUID())));
        assertEquals(200, Sender.elevenlabs("{\"type\":\"x\",\"id\":\"%s\"}".formatted(UUID.randomUUID())));

        assertTrue(slow.getLast().isOpen());
        for (var request : slow) {
            assertTrue(request.isClosedWithin(PATIENCE));
            request.close();
        }
    }

    @Test
    @DisplayName("W10: that are large may take their time, as long as they grow")
    void mayGrowSlowly() throws IOException {
        var body = PostCallAudio.of(PostCallAudio.sound(1 << 20)).body();
        var signature = ElevenLabsSignatures.sign(body, Clock.systemUTC().instant());
        var pieces = 8;
        var length = body.length / pieces + 1;
        var began = Clock.systemUTC().instant();
        try (var request = new RawRequest(
                Sender.ELEVENLABS, "Content-Length: " + body.length, "ElevenLabs-Signature: " + signature)) {
            for (int sent = 0; sent < body.length; sent += length) {
                var piece = new String(body, sent, Math.min(length, body.length - sent), UTF_8);
                Awaitility.await().pollDelay(Duration.ofMillis(700)).until(() -> true);
                request.send(piece);
            }

            assertEquals(200, request.status());
        }
        assertTrue(Duration.between(began, Clock.systemUTC().instant()).compareTo(Duration.ofSeconds(4)) > 0);
    }

    @Test
    void thatAreRefusedUnreadEndTheConnection() throws IOException {
        try (var request = new RawRequest(Sender.ELEVENLABS, "Content-Length: 500000")) {
            assertEquals(401, request.status());
            assertTrue(request.isClosedWithin(PATIENCE));
        }
    }

    private static String wellFormed() {
        return "t=" + Clock.systemUTC().instant().getEpochSecond() + ",v0=" + "0".repeat(64);
    }
}
