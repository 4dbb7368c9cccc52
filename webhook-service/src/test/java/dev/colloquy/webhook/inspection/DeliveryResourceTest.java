package dev.colloquy.webhook.inspection;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static dev.colloquy.local.embedded.OidcResource.candidateBearer;
import static dev.colloquy.local.embedded.OidcResource.clientBearer;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("W6 Stored deliveries")
class DeliveryResourceTest {

    private static final String LIST = "/api/webhook-deliveries";
    private static final String BODY = "/internal/deliveries/";

    @Test
    void giveServicesTheExactBody() {
        var body = " {\"event\":\"x\",\n\"id\":\"%s\",\"name\":\"Zoë\"} ".formatted(UUID.randomUUID());
        assertEquals(204, Sender.livekit(body));
        var id = Deliveries.containing(body).getFirst().id();

        var answer = given().auth().oauth2(clientBearer("session-service")).get(BODY + id);

        answer.then().statusCode(200).contentType(Sender.LIVEKIT_TYPE);
        assertArrayEquals(body.getBytes(UTF_8), answer.asByteArray());
    }

    @Test
    void areListedWithoutTheirBodies() {
        var id = UUID.randomUUID().toString();
        assertEquals(204, Sender.livekit("{\"event\":\"room_started\",\"id\":\"" + id + "\"}"));
        Deliveries.await(id, "IGNORED");

        given().auth()
                .oauth2(bearer("admin"))
                .queryParam("provider", "livekit")
                .queryParam("state", "ignored")
                .queryParam("size", 200)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("page", equalTo(0))
                .body("size", equalTo(200))
                .body("total", greaterThanOrEqualTo(1))
                .body("items.provider", everyItem(equalTo("livekit")))
                .body("items.state", everyItem(equalTo("ignored")))
                .body("items.find { it.dedupeKey == '" + id + "' }.kind", equalTo("room_started"))
                .body("items[0].body", nullValue());
    }

    @Test
    void areListedPageByPage() {
        assertEquals(204, Sender.livekit("{\"id\":\"" + UUID.randomUUID() + "\"}"));

        given().auth()
                .oauth2(bearer("admin"))
                .queryParam("size", 1)
                .get(LIST)
                .then()
                .body("items", hasSize(1));
        given().auth()
                .oauth2(bearer("admin"))
                .queryParam("page", 100_000)
                .get(LIST)
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"provider, zoom", "state, lost", "size, 0", "size, 201", "page, -1", "page, 100001", "page, x"})
    void areNotListedForAFilterThatMakesNoSense(String field, String value) {
        given().auth()
                .oauth2(bearer("admin"))
                .queryParam(field, value)
                .get(LIST)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].in", equalTo("query"));
    }

    @Test
    void areMissedByName() {
        given().auth()
                .oauth2(clientBearer("session-service"))
                .get(BODY + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/delivery-not-found"));
    }

    @ParameterizedTest
    @MethodSource
    void areShownToNobodyElse(String bearer) {
        given().auth().oauth2(bearer).get(BODY + UUID.randomUUID()).then().statusCode(403);
    }

    static Stream<String> areShownToNobodyElse() {
        return Stream.concat(
                Stream.of("recruiter@acme", "operator@acme", "candidate@acme", "admin")
                        .map(user -> bearer(user)),
                Stream.of(
                        clientBearer("interviewer-agent"),
                        candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID())));
    }

    @ParameterizedTest
    @MethodSource
    void areListedForNobodyElse(String bearer) {
        given().auth().oauth2(bearer).get(LIST).then().statusCode(403);
    }

    static Stream<String> areListedForNobodyElse() {
        return Stream.concat(
                Stream.of("recruiter@acme", "operator@acme", "candidate@acme").map(user -> bearer(user)),
                Stream.of(
                        clientBearer("session-service"),
                        clientBearer("interviewer-agent"),
                        candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID())));
    }

    @Test
    void areShownToNobodyWithoutABearer() {
        given().get(LIST).then().statusCode(401);
        given().get(BODY + UUID.randomUUID()).then().statusCode(401);
    }
}
