package dev.colloquy.session.agent;

import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class AgentContextTest {

    @Test
    @DisplayName("B8, S9: an interviewer that comes back knows what was said, and gets no more time than was left")
    void goesOnWhereItWas() {
        var id = Interviews.admitted();
        var first = context(id).body("transcript.size()", equalTo(0)).extract();
        Callers.agent()
                .body(Map.of("entries", List.of(said("ai", "Welcome"), said("candidate", "Hello"))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
        var again = context(id)
                .body("transcript.text", contains("Welcome", "Hello"))
                .body("transcript.speaker", contains("ai", "candidate"))
                .body("endsAt", equalTo(first.path("endsAt")))
                .body("timeLimitSeconds", equalTo(1800))
                .extract();
        int before = first.path("remainingSeconds");
        int left = again.path("remainingSeconds");
        assertTrue(left <= before && before <= 1800, left + " after " + before);
    }

    private static ValidatableResponse context(InterviewId id) {
        return Callers.agent()
                .get("/api/interviews/" + id + "/agent-context")
                .then()
                .statusCode(200);
    }
}
