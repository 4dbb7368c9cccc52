package dev.colloquy.session.dispute;

import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
@DisplayName("S8: candidates' notes of dispute")
class DisputeTest {

    @Test
    @DisplayName("the candidate sees what was transcribed, notes what is wrong, and the hiring team reads it")
    void keepsNotes() {
        var id = transcribed();
        String entry = Callers.interviewee(id)
                .get("/api/interviews/" + id + "/transcript")
                .then()
                .extract()
                .path("entries[0].entryId");
        note(id, Map.of("note", "I said Kafka, not coffee", "entryId", entry)).statusCode(202);
        note(id, Map.of("note", "The end is missing")).statusCode(202);
        for (var reader :
                List.of(Callers.interviewee(id), Callers.user("recruiter@acme"), Callers.user("reviewer@acme"))) {
            reader.get("/api/interviews/" + id + "/disputes")
                    .then()
                    .statusCode(200)
                    .body("items.note", contains("I said Kafka, not coffee", "The end is missing"))
                    .body("items.entryId", contains(equalTo(entry), nullValue()))
                    .body("items[0].notedAt", notNullValue());
        }
    }

    @Test
    void refusesWhatItCannotUse() {
        var id = transcribed();
        String foreign = Callers.interviewee(id)
                .get("/api/interviews/" + id + "/transcript")
                .then()
                .extract()
                .path("entries[0].entryId");
        note(transcribed(), Map.of("note", "Not mine", "entryId", foreign))
                .statusCode(400)
                .body("violations[0].field", equalTo("entryId"));
        note(id, Map.of("note", " ")).statusCode(400).body("violations[0].field", equalTo("note"));
        note(id, Map.of("note", "x".repeat(2001))).statusCode(400);
        note(id, Map.of("entryId", foreign)).statusCode(400);
    }

    @Test
    void takesNoMoreThanFiftyNotes() {
        var id = transcribed();
        for (var index = 0; index < 50; index++) {
            note(id, Map.of("note", "Note " + index)).statusCode(202);
        }
        note(id, Map.of("note", "One more")).statusCode(429).body("type", equalTo("/problems/too-many-disputes"));
        Callers.interviewee(id)
                .get("/api/interviews/" + id + "/disputes")
                .then()
                .body("items", hasSize(50));
    }

    private static InterviewId transcribed() {
        var id = Interviews.admitted();
        Callers.agent()
                .body(Map.of("entries", List.of(said("candidate", "I know coffee"))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse note(InterviewId id, Map<String, String> note) {
        return Callers.interviewee(id)
                .body(note)
                .post("/api/interviews/" + id + "/dispute")
                .then();
    }
}
