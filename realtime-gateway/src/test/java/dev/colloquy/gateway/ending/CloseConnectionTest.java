package dev.colloquy.gateway.ending;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.gateway.Candidate;
import dev.colloquy.local.embedded.OidcResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CloseConnectionTest {

    private static final String DONE = "WebSocket connection closed successfully";

    @Test
    @DisplayName("H4: an operator closes a session's socket")
    void closesTheSocketForAnOperator() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();

        close(OidcResource.bearer("operator@acme"), candidate.interview())
                .statusCode(200)
                .body("message", equalTo(DONE));

        assertEquals("session_ended", socket.next().getString("type"));
        assertEquals(1000, socket.closeCode());
    }

    @Test
    @DisplayName("H4: closing what is not open is fine")
    void answersAlikeWhenNothingIsOpen() {
        close(OidcResource.clientBearer("session-service"), UUID.randomUUID())
                .statusCode(200)
                .body("message", equalTo(DONE));
    }

    @Test
    void hidesAnotherTenantsInterview() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();

        close(OidcResource.bearer("operator@globex"), candidate.interview()).statusCode(404);

        assertTrue(socket.isOpen());
        socket.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidate@acme", "recruiter@acme", "admin"})
    void refusesEverybodyButOperatorsAndServices(String user) {
        close(OidcResource.bearer(user), UUID.randomUUID()).statusCode(403);
    }

    @Test
    void refusesTheCandidate() {
        var candidate = Candidate.ofLiveInterview();
        close(candidate.bearer(), candidate.interview()).statusCode(403);
    }

    @Test
    void refusesAnonymousCallers() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/websocket/close-connection")
                .then()
                .statusCode(401);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        close(OidcResource.bearer("operator@acme"), "x").statusCode(400).body("violations.field", hasItem("sessionId"));
    }

    private static ValidatableResponse close(String bearer, Object sessionId) {
        return given().auth()
                .oauth2(bearer)
                .contentType(ContentType.JSON)
                .body("{\"sessionId\": \"%s\"}".formatted(sessionId))
                .post("/api/websocket/close-connection")
                .then();
    }
}
