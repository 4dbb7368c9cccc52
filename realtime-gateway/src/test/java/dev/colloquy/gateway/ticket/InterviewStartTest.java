package dev.colloquy.gateway.ticket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.peers.Peers;
import dev.colloquy.local.embedded.OidcResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InterviewStartTest {

    @Inject
    Pool pool;

    @Test
    @DisplayName("R1: answers where to connect, with a ticket of 128 bits and how")
    void givesATicketForALiveInterview() {
        Candidate.ofLiveInterview()
                .start()
                .statusCode(200)
                .body("webrtc_server_url", equalTo("ws://localhost:8080/realtime/socket"))
                .body("ticket", matchesPattern("[0-9a-f]{32}"))
                .body("expires_at", matchesPattern("20.*Z"))
                .body("mode", equalTo("hybrid"))
                .body("iceServers", empty());
    }

    @Test
    void storesOnlyTheHashOfATicket() {
        var candidate = Candidate.ofLiveInterview();
        var ticket = candidate.ticket();

        var row = pool.preparedQuery("select hash, tenant, origin, used_at from ticket where interview_id = $1")
                .execute(Tuple.of(candidate.interview().value()))
                .await()
                .indefinitely()
                .iterator()
                .next();

        assertEquals(new TicketSecret(ticket).hash(), row.getString("hash"));
        assertEquals("acme", row.getString("tenant"));
        assertEquals("http://localhost:8080", row.getString("origin"));
    }

    @Test
    void hidesTheInterviewOfSomebodyElse() {
        var other = Peers.session().live();
        Candidate.ofLiveInterview()
                .start(other.toString())
                .statusCode(404)
                .body("type", equalTo("/problems/interview-not-found"));
    }

    @Test
    void saysSoWhenTheInterviewDoesNotExist() {
        Candidate.of(new InterviewId(UUID.randomUUID())).start().statusCode(404);
    }

    @Test
    void refusesAnInterviewThatIsNotLive() {
        var candidate = Candidate.ofLiveInterview();
        Peers.session().refuse(candidate.interview(), 409);
        candidate.start().statusCode(409).body("type", equalTo("/problems/interview-not-live"));
    }

    @Test
    void asksToRetryWhileTheSessionServiceIsDown() {
        var candidate = Candidate.ofLiveInterview();
        Peers.session().refuse(candidate.interview(), 500);
        candidate
                .start()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("/problems/session-unavailable"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Candidate.ofLiveInterview().start("not-an-id").statusCode(400).body("violations.field", hasItem("session_id"));
    }

    @Test
    void refusesAnonymousCallers() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/interview-start")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidate@acme", "recruiter@acme", "operator@acme", "admin"})
    void refusesEverybodyButInterviewees(String user) {
        given().auth()
                .oauth2(OidcResource.bearer(user))
                .contentType(ContentType.JSON)
                .body("{\"session_id\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/api/interview-start")
                .then()
                .statusCode(403);
    }
}
