package dev.colloquy.webhook.sound;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static dev.colloquy.local.embedded.OidcResource.clientBearer;
import static dev.colloquy.webhook.PostCallAudio.sound;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.PostCallAudio;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.Storage;
import dev.colloquy.webhook.signature.ElevenLabsSignatures;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W2 post_call_audio")
class SoundTest {

    private static final int LARGE = 6 << 20;

    @AfterEach
    void leavesNoFileBehind() {
        Awaitility.await().untilAsserted(() -> assertEquals(List.of(), waitingFiles()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000, LARGE})
    void goesToStorageAndIsTold(int bytes) {
        var audio = PostCallAudio.of(sound(bytes));

        assertEquals(200, audio.send());

        var delivery = Deliveries.await(audio.conversation(), "PUBLISHED");
        var event = KafkaPeer.await(Topics.CONVERSATION_RECORDED, audio.conversation(), 1)
                .getFirst();
        var key = Storage.keysOf(audio.conversation()).getFirst();
        assertArrayEquals(sound(bytes), Storage.bytes(key));
        assertEquals(delivery.id().toString(), event.path("eventId").asText());
        assertEquals(
                Storage.setting("S3_ENDPOINT") + "/" + Storage.setting("S3_BUCKET") + "/" + key,
                event.path("location").asText());
        assertEquals("audio/mpeg", event.path("contentType").asText());
        assertEquals(bytes, event.path("bytes").asInt());
        assertEquals("2026-09-21T14:13:20Z", event.path("occurredAt").asText());
    }

    @Test
    void isNotInTheInbox() {
        var audio = PostCallAudio.of(sound(1000));
        assertEquals(200, audio.send());
        var id = Deliveries.await(audio.conversation(), "PUBLISHED").id();

        var kept = given().auth()
                .oauth2(clientBearer("session-service"))
                .get("/internal/deliveries/" + id)
                .jsonPath();

        assertEquals("post_call_audio", kept.getString("type"));
        assertEquals("agent_1", kept.getString("data.agent_id"));
        assertEquals(1000, kept.getInt("data.full_audio.bytes"));
        assertEquals(Storage.keysOf(audio.conversation()).getFirst(), kept.getString("data.full_audio.key"));
    }

    @Test
    @DisplayName("W04: a repeated delivery is one row, one object, one event")
    void isKeptOnce() {
        var audio = PostCallAudio.of(sound(LARGE));

        assertEquals(200, audio.send());
        assertEquals(200, audio.send());

        Deliveries.await(audio.conversation(), "PUBLISHED");
        assertEquals(1, Storage.keysOf(audio.conversation()).size());
        assertEquals(1, attempts(audio));
        assertEquals(
                1,
                KafkaPeer.await(Topics.CONVERSATION_RECORDED, audio.conversation(), 1)
                        .size());
    }

    @Test
    @DisplayName("W04: a delivery that comes many times at once is one row and one object")
    void isKeptOnceOfManyAtOnce() {
        var audio = PostCallAudio.of(sound(100_000));

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(audio::send))
                .limit(10)
                .toList();

        answers.forEach(answer -> assertEquals(200, answer.join()));
        Deliveries.await(audio.conversation(), "PUBLISHED");
        assertEquals(1, Storage.keysOf(audio.conversation()).size());
    }

    @Test
    @DisplayName("W13: a storage that refuses is no reason to lose a recording: its sender comes again")
    void comesAgainWhenTheStorageIsAway() {
        var audio = PostCallAudio.of(sound(1000));
        Storage.obstruct(audio.conversation());

        var answer = PostCallAudio.answer(audio.body());

        assertEquals(503, answer.statusCode());
        assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(Deliveries.containing(audio.conversation()).isEmpty());
        Storage.clear(audio.conversation());
        assertEquals(200, audio.send());
    }

    @Test
    @DisplayName("W05: another sound of the same delivery is a conflict, and takes nothing's place")
    void keepsConflicts() {
        var audio = PostCallAudio.of(sound(1000));
        var other = audio.withSound(PostCallAudio.of(sound(2000)).sound());

        assertEquals(200, audio.send());
        assertEquals(200, other.send());
        assertEquals(200, other.send());

        var rows = Deliveries.containing(audio.conversation());
        assertEquals(2, rows.size());
        assertEquals("CONFLICT", rows.getLast().state());
        assertEquals(2, Storage.keysOf(audio.conversation()).size());
        assertEquals(2, attempts(audio));
    }

    @Test
    @DisplayName("W01: sound that is not proven is not even looked at")
    void isRefusedUnlessProven() {
        var audio = PostCallAudio.of(sound(LARGE));
        var body = audio.body();
        var signature = ElevenLabsSignatures.sign(body, Clock.systemUTC().instant());
        body[body.length / 2] ^= 1;

        assertEquals(401, Sender.send(PostCallAudio.request(body, signature)).statusCode());

        assertTrue(Deliveries.containing(audio.conversation()).isEmpty());
        assertTrue(Storage.keysOf(audio.conversation()).isEmpty());
        assertEquals(0, attempts(audio));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    @DisplayName("W17: sound that is not base64 is put aside for an operator")
    void putsBrokenSoundAside(int bytes) {
        var audio = PostCallAudio.of(sound(bytes));
        var broken = audio.withSound(audio.sound().substring(5) + "=%");

        assertEquals(200, broken.send());

        assertEquals(
                "The sound was not kept: not base64",
                Deliveries.await(audio.conversation(), "DEAD").reason());
        assertTrue(Storage.keysOf(audio.conversation()).isEmpty());
    }

    @Test
    @DisplayName("W24: a conversation's id cannot lead elsewhere in the storage")
    void keepsToItsFolder() {
        var audio = new PostCallAudio("../../resumes/a", "post_call_audio", "AAAA" + System.nanoTime() + "AAA=");

        assertEquals(200, audio.send());

        Awaitility.await()
                .until(() -> Deliveries.containing("../../resumes/a").stream()
                        .allMatch(row -> row.state().equals("DEAD")));
    }

    @Test
    void withoutBlackBarsIsNotKept() {
        var audio = PostCallAudio.of(sound(LARGE)).withKind("post_call_audio_unredacted");

        assertEquals(200, audio.send());

        assertEquals(
                "post_call_audio_unredacted",
                Deliveries.await(audio.conversation(), "IGNORED").kind());
        assertTrue(Storage.keysOf(audio.conversation()).isEmpty());
    }

    @Test
    @DisplayName("W09: nothing else may be so large")
    void refusesOtherLargeBodies() {
        var words = "{\"type\":\"post_call_transcription\",\"data\":{\"transcript\":[%s{}]}}"
                .formatted("{\"message\":\"Hello\"},".repeat(300_000));
        var silent = "{\"type\":\"post_call_audio\",\"data\":{\"x\":\"%s\"}}".formatted("x".repeat(LARGE));
        var alien = "x".repeat(LARGE);

        for (var body : List.of(words, silent, alien)) {
            assertEquals(413, PostCallAudio.answer(body.getBytes(UTF_8)).statusCode());
        }
    }

    @Test
    @DisplayName("W13: an inbox that is away leaves no object behind for long, and the sender comes again")
    void comesAgainWhenTheInboxIsAway() throws SQLException {
        var audio = PostCallAudio.of(sound(1000));

        try (var owner = PostgresResource.ownerConnection("webhook");
                var database = owner.createStatement()) {
            database.execute("revoke insert on delivery from webhook_app");
            var answer = PostCallAudio.answer(audio.body());
            database.execute("grant insert on delivery to webhook_app");
            assertEquals(503, answer.statusCode());
            assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(1, Storage.keysOf(audio.conversation()).size());
            makeDue(audio);
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertTrue(Storage.keysOf(audio.conversation()).isEmpty()));

        assertEquals(200, audio.send());
        Deliveries.await(audio.conversation(), "PUBLISHED");
        makeDue(audio);
        Awaitility.await().untilAsserted(() -> assertEquals(0, waiting(audio)));
        assertEquals(1, Storage.keysOf(audio.conversation()).size());
    }

    @Test
    void isDeletedWhenAServiceAsks() {
        var audio = PostCallAudio.of(sound(1000));
        assertEquals(200, audio.send());
        var address = "/internal/conversations/" + audio.conversation() + "/sound";

        given().auth().oauth2(bearer("admin")).delete(address).then().statusCode(403);
        assertFalse(Storage.keysOf(audio.conversation()).isEmpty());
        for (int time = 0; time < 2; time++) {
            given().auth()
                    .oauth2(clientBearer("session-service"))
                    .delete(address)
                    .then()
                    .statusCode(204);
        }

        assertTrue(Storage.keysOf(audio.conversation()).isEmpty());
    }

    private static List<Path> waitingFiles() throws IOException {
        try (var files = Files.list(Path.of(Storage.setting("colloquy.webhook.body.folder")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("colloquy-body-"))
                    .toList();
        }
    }

    private static long attempts(PostCallAudio audio) {
        return count("select count(*) from leased_work where queue = 'tidy-sound' and key like ?", audio);
    }

    private static long waiting(PostCallAudio audio) {
        return count(
                "select count(*) from leased_work where queue = 'tidy-sound' and state = 'waiting' and key like ?",
                audio);
    }

    private static long count(String sql, PostCallAudio audio) {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement(sql)) {
            query.setString(1, "conversations/" + audio.conversation() + "/%");
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeDue(PostCallAudio audio) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var update = database.prepareStatement(
                        "update leased_work set due_at = now() where queue = 'tidy-sound' and key like ?")) {
            update.setString(1, "conversations/" + audio.conversation() + "/%");
            update.executeUpdate();
        }
    }
}
