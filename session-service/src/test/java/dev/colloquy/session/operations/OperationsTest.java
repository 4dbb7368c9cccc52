package dev.colloquy.session.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SessionTest
@DisplayName("An operator sees what died and puts it right")
class OperationsTest {

    private static final String DEAD = "/api/operations/session/dead-messages";
    private static final String UNKNOWN = "/work-" + new UUID(0, 7);
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Stream<String> endpoints() {
        return Stream.of(
                "GET " + DEAD,
                "GET " + DEAD + UNKNOWN,
                "POST " + DEAD + UNKNOWN + "/replay",
                "POST " + DEAD + "/replay?kind=work",
                "DELETE " + DEAD + UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    @DisplayName("X2: only an administrator gets in")
    void refusesOthers(String endpoint) {
        call(Callers.nobody(), endpoint).statusCode(401);
        for (var role : List.of("candidate", "recruiter", "reviewer", "operator")) {
            call(Callers.user(role + "@acme"), endpoint).statusCode(403);
        }
        call(Callers.agent(), endpoint).statusCode(403);
        call(Callers.service(), endpoint).statusCode(403);
        call(Callers.interviewee(Interviews.newId()), endpoint).statusCode(403);
    }

    @Test
    @DisplayName("F12: an event that could not be used is listed with its reason, and published again once")
    void replaysALetter() {
        var key = UUID.randomUUID().toString();
        die(key, "{}");
        var letter = letter(key);
        admin(letter)
                .statusCode(200)
                .body("kind", equalTo("letter"))
                .body("subject", equalTo(Topics.INTERVIEW_ENDED))
                .body("attempts", nullValue())
                .body("reason", equalTo("java.lang.IllegalStateException: no use for it"))
                .body("payload", equalTo("{}"));

        call(Callers.user("admin"), "POST " + DEAD + "/" + letter + "/replay").statusCode(204);
        call(Callers.user("admin"), "POST " + DEAD + "/" + letter + "/replay")
                .statusCode(409)
                .body("type", equalTo("/problems/not-dead"));
        admin(letter).statusCode(404);
    }

    @Test
    void discardsALetterThatIsNoText() {
        var key = UUID.randomUUID().toString();
        die(key, "\0");
        var letter = letter(key);
        call(Callers.user("admin"), "POST " + DEAD + "/" + letter + "/replay")
                .statusCode(422)
                .body("type", equalTo("/problems/not-replayable"));
        call(Callers.user("admin"), "DELETE " + DEAD + "/" + letter).statusCode(204);
        call(Callers.user("admin"), "DELETE " + DEAD + "/" + letter).statusCode(409);
        assertEquals(List.of(), letters(key));
    }

    @Test
    void replaysAllDeadWork() throws SQLException {
        try (var connection = PostgresResource.ownerConnection("session");
                var sql = connection.createStatement()) {
            sql.execute("""
                    insert into leased_work (queue, key, payload, state, attempts, last_error, finished_at)
                    values ('nobody-works-here', 'k', '{}', 'dead', 3, 'no', now())""");
        }
        Callers.user("admin")
                .get(DEAD + "?kind=work&size=100")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem("nobody-works-here"))
                .body("items[0].id", startsWith("work-"))
                .body("items[0].containsKey('payload')", equalTo(false));
        call(Callers.user("admin"), "POST " + DEAD + "/replay?kind=work").statusCode(200);
        Callers.user("admin")
                .get(DEAD + "?kind=work&size=100")
                .then()
                .body("items.subject", not(hasItem("nobody-works-here")));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var admin = Callers.user("admin");
        for (var kind : List.of("work", "message", "letter")) {
            call(Callers.user("admin"), "POST %s/%s-%s/replay".formatted(DEAD, kind, UUID.randomUUID()))
                    .statusCode(404)
                    .body("type", equalTo("/problems/dead-message-not-found"));
        }
        admin("nothing").statusCode(404);
        admin("work-1").statusCode(404);
        admin.get(DEAD + "?kind=other").then().statusCode(400).body("violations[0].message", startsWith("must be"));
        admin.get(DEAD + "?size=101").then().statusCode(400);
        call(Callers.user("admin"), "POST " + DEAD + "/replay").statusCode(400);
        call(Callers.user("admin"), "POST " + DEAD + "/replay?kind=all").statusCode(400);
    }

    private static ValidatableResponse admin(String id) {
        return call(Callers.user("admin"), "GET " + DEAD + "/" + id);
    }

    private static ValidatableResponse call(RequestSpecification caller, String endpoint) {
        var words = endpoint.split(" ");
        return caller.request(words[0], words[1]).then();
    }

    private static String letter(String key) {
        await().atMost(LIMIT).until(() -> letters(key).size() == 1);
        return letters(key).getFirst();
    }

    private static List<String> letters(String key) {
        return Callers.user("admin")
                .get(DEAD + "?kind=letter&size=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.key == '%s' }.id".formatted(key));
    }

    /** Puts an event aside as the channel of a consumer that failed does. */
    private static void die(String key, String value) {
        var record = new ProducerRecord<>("dead-letters-session-service", key, value);
        var headers = Map.of(
                "dead-letter-topic", Topics.INTERVIEW_ENDED,
                "dead-letter-partition", "0",
                "dead-letter-offset", String.valueOf(OFFSETS.incrementAndGet()),
                "dead-letter-reason", "no use for it",
                "dead-letter-cause-class-name", "java.lang.IllegalStateException");
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var settings = Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
