package dev.colloquy.session.ending;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class EndingTest {

    @Test
    @DisplayName("S7: the first of many parallel ends wins, and one interview-ended is published")
    void endsOnce() throws Exception {
        var id = Interviews.inProgress();
        var enders = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(
                        number -> () -> (number % 2 == 0 ? Callers.interviewee(id) : Callers.user("operator@acme"))
                                .post("/api/interviews/by-room/" + id.roomName() + "/end")
                                .then()
                                .statusCode(200)
                                .body("status", equalTo("completed"))
                                .extract()
                                .path("endedAt"))
                .toList();
        var ends = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (var end : pool.invokeAll(enders)) {
                ends.add(end.get());
            }
        }
        assertEquals(1, ends.size());
        eventually(
                () -> assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_ENDED, id).size()));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/results")
                .then()
                .body("interview.duration", notNullValue())
                .body("interview.endedAt", equalTo(ends.iterator().next()));
    }

    @Test
    @DisplayName(
            "S7: the agents' one credential ends no interview that has not begun, and adds nothing to one that is over")
    void refusesAnAgentWhereNothingGoesOn() {
        var id = Interviews.scheduled();
        endByAgent(id).statusCode(409).body("type", equalTo("/problems/interview-not-live"));
        Callers.agent()
                .post("/api/interviews/by-room/" + id.roomName() + "/end")
                .then()
                .statusCode(409);
        Interviews.results(id).body("interview.status", equalTo("scheduled"));

        var live = Interviews.admitted();
        endByAgent(live).statusCode(200).body("endedBy", equalTo("agent"));

        var over = Interviews.admitted();
        Interviews.end(over);
        String updatedAt = Interviews.results(over).extract().path("interview.updatedAt");
        endByAgent(over).statusCode(200).body("endedBy", equalTo("user")).body("updatedAt", equalTo(updatedAt));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + over + "/why")
                .then()
                .body("story.findAll { it.contains('asked to end') }.size()", equalTo(1));
    }

    private static ValidatableResponse endByAgent(InterviewId id) {
        return Callers.agent()
                .body(Map.of("sessionId", id))
                .post("/api/session/end-session")
                .then();
    }

    @Test
    @DisplayName("S7: end-session answers the record and keeps who ended it")
    void answersTheRecord() {
        var id = Interviews.admitted();
        Callers.user("operator@acme")
                .body(Map.of("sessionId", id))
                .post("/api/session/end-session")
                .then()
                .statusCode(200)
                .body("interviewId", equalTo(id.toString()))
                .body("endedBy", equalTo("operator"))
                .body("status", equalTo("completed"));
        Interviews.end(id).body("endedBy", equalTo("operator"));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .statusCode(200)
                .body("story.findAll { it.contains('asked to end') }.size()", equalTo(2))
                .body("story", notNullValue())
                .body("status", equalTo("completed"));
    }
}
