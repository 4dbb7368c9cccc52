package dev.colloquy.gateway;

import static io.restassured.RestAssured.given;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.peers.Peers;
import dev.colloquy.local.embedded.OidcResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** The candidate of one interview, as his browser acts. */
public record Candidate(InterviewId interview, String bearer) {

    /** One whose interview is live. */
    public static Candidate ofLiveInterview() {
        return of(Peers.session().live());
    }

    public static Candidate of(InterviewId interview) {
        return new Candidate(interview, OidcResource.candidateBearer(UUID.randomUUID(), "acme", interview.value()));
    }

    public ValidatableResponse start() {
        return start(interview.toString());
    }

    public ValidatableResponse start(String sessionId) {
        return given().auth()
                .oauth2(bearer)
                .header("Origin", TestSocket.ORIGIN)
                .contentType(ContentType.JSON)
                .body("{\"session_id\": \"%s\"}".formatted(sessionId))
                .post("/api/interview-start")
                .then();
    }

    public String ticket() {
        return start().statusCode(200).extract().path("ticket");
    }

    public TestSocket connect() {
        return TestSocket.open(ticket());
    }
}
