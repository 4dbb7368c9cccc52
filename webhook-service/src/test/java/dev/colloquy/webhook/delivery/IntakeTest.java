package dev.colloquy.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.signature.LiveKitTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W1 W2 W4 Intake of webhooks")
class IntakeTest {

    @Inject
    MeterRegistry meters;

    @Test
    void storesABodyAsItWasSent() {
        var id = newId();
        var body = " {\"event\" : \"room_started\",\t\"id\":\"" + id + "\", \"x\":\"ü\\u0000\"}\n";

        assertEquals(204, Sender.livekit(body));

        assertEquals("room_started", Deliveries.await(body, "IGNORED").kind());
    }

    @Test
    void answersElevenLabsWithExactly200() {
        var body = "{\"type\":\"something_new\",\"data\":{\"conversation_id\":\"%s\"}}".formatted(newId());

        assertEquals(200, Sender.elevenlabs(body));

        assertEquals("something_new", Deliveries.await(body, "IGNORED").kind());
    }

    @Test
    @DisplayName("W04: an event that is sent a hundred times at once is stored once")
    void storesAnEventThatIsReplayed100TimesInParallelOnce() {
        var id = newId();
        var body = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(id);

        var answers =
                Stream.generate(() -> Sender.livekitAsync(body)).limit(100).toList();

        answers.forEach(answer -> assertEquals(204, answer.join()));
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        assertEquals(1, Deliveries.containing(id).size());
    }

    @Test
    @DisplayName("W05: of two bodies with one id the first counts, and the second is kept beside it")
    void keepsTheFirstBodyAndFlagsAnotherOneWithTheSameId() {
        var id = newId();
        var first = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(id);
        var second = "{\"event\":\"room_finished\",\"id\":\"%s\"}".formatted(id);

        for (var body : List.of(first, second, first, second)) {
            assertEquals(204, Sender.livekit(body));
        }

        var rows = Deliveries.containing(id);
        assertEquals(2, rows.size());
        assertEquals("CONFLICT", rows.getLast().state());
        assertEquals(rows.getFirst().id(), rows.getLast().conflictOf());
    }

    @Test
    void storesABodyThatIsNoEventUnderItsHash() {
        var mark = newId();

        for (var body : List.of(mark + "{", mark + "{", "[\"" + mark + "\"]", "{\"id\":\"\\u0000" + mark + "\"}")) {
            assertEquals(204, Sender.livekit(body));
            assertEquals(200, Sender.elevenlabs(body));
        }

        assertEquals(6, Deliveries.containing(mark).size());
    }

    @Test
    void refusesWithAStatusOnlyAndStoresNothing() {
        var body = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(newId());
        var token = LiveKitTokens.sign((body + " ").getBytes(UTF_8));
        var before = refusals("wrong_body");

        var answer =
                Sender.send(Sender.request(Sender.LIVEKIT, Sender.LIVEKIT_TYPE, body, "Authorization", List.of(token)));

        assertEquals(401, answer.statusCode());
        assertEquals(0, answer.body().length);
        assertTrue(answer.headers().firstValue("WWW-Authenticate").isEmpty());
        assertTrue(Deliveries.containing(body).isEmpty());
        assertEquals(before + 1, refusals("wrong_body"));
    }

    @Test
    void refusesMissingAndDoubledHeaders() {
        var body = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(newId());
        var token = LiveKitTokens.sign(body.getBytes(UTF_8));

        assertEquals(401, livekit(body, List.of()));
        assertEquals(401, livekit(body, List.of("Bearer " + token)));
        assertEquals(400, livekit(body, List.of(token, token)));
        assertEquals(401, elevenlabs(body, List.of()));
        assertEquals(400, elevenlabs(body, List.of("t=1,v0=a", "t=1,v0=a")));
        assertEquals(400, elevenlabs(body, List.of("t=1,t=2,v0=a")));
        assertTrue(Deliveries.containing(body).isEmpty());
    }

    @Test
    void refusesAnEventThatIsOlderThanItsToken() {
        var old = Clock.systemUTC().instant().minus(Duration.ofMinutes(11)).getEpochSecond();
        var body = "{\"event\":\"room_started\",\"id\":\"%s\",\"createdAt\":\"%d\"}".formatted(newId(), old);

        assertEquals(401, Sender.livekit(body));

        assertTrue(Deliveries.containing(body).isEmpty());
    }

    @Test
    void refusesWhatIsTooLarge() {
        var body = "{\"id\":\"%s\",\"x\":\"%s\"}".formatted(newId(), "x".repeat(1 << 20));

        assertEquals(413, Sender.livekit(body));
        assertEquals(200, Sender.elevenlabs(body));
        assertEquals(413, Sender.elevenlabs("x".repeat((4 << 20) + 1)));
    }

    @Test
    void refusesOtherContentTypes() {
        var body = "{}";
        var token = LiveKitTokens.sign(body.getBytes(UTF_8));
        var text = Sender.request(Sender.LIVEKIT, "text/plain", body, "Authorization", List.of(token));
        var json = Sender.request(Sender.LIVEKIT, "application/json", body, "Authorization", List.of(token));

        assertEquals(415, Sender.send(text).statusCode());
        assertEquals(204, Sender.send(json).statusCode());
    }

    @Test
    @DisplayName("W13: a database that refuses is answered 503, and nothing is acknowledged")
    void asksTheSenderToComeAgainWhenTheDatabaseRefuses() throws SQLException {
        var body = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(newId());

        try (var owner = PostgresResource.ownerConnection("webhook");
                var database = owner.createStatement()) {
            database.execute("revoke insert on delivery from webhook_app");
            assertAskedToComeAgain(body);
            database.execute("grant insert on delivery to webhook_app");
        }

        assertEquals(204, Sender.livekit(body));
    }

    @Test
    @DisplayName("W14: a database that is slow is answered 503; what it stored all the same is stored once")
    void asksTheSenderToComeAgainWhenTheDatabaseIsSlowAndStoresOnce() throws SQLException {
        var body = "{\"event\":\"room_started\",\"id\":\"%s\"}".formatted(newId());

        try (var owner = PostgresResource.ownerConnection("webhook");
                var database = owner.createStatement()) {
            owner.setAutoCommit(false);
            database.execute("lock table delivery in access exclusive mode");
            assertAskedToComeAgain(body);
        }

        assertEquals(204, Sender.livekit(body));
        assertEquals(1, Deliveries.containing(body).size());
    }

    private static void assertAskedToComeAgain(String body) {
        var answer = Sender.livekitAnswer(body);

        assertEquals(503, answer.statusCode());
        assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(0, answer.body().length);
    }

    private double refusals(String reason) {
        return meters.counter("colloquy.webhook.refused", "provider", "livekit", "reason", reason)
                .count();
    }

    private static int livekit(String body, List<String> authorization) {
        return Sender.send(Sender.request(Sender.LIVEKIT, Sender.LIVEKIT_TYPE, body, "Authorization", authorization))
                .statusCode();
    }

    private static int elevenlabs(String body, List<String> signature) {
        return Sender.send(
                        Sender.request(Sender.ELEVENLABS, "application/json", body, "ElevenLabs-Signature", signature))
                .statusCode();
    }

    private static String newId() {
        return "EV_" + UUID.randomUUID();
    }
}
