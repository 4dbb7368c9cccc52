package dev.colloquy.session.results;

import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class ResultsTagTest {

    @Test
    @DisplayName("S5: who polls results is sent them once for each time they change")
    void answersNotModified() {
        var id = Interviews.admitted();
        var tag = Interviews.results(id).extract().header("ETag");
        poll(id, tag).statusCode(304).header("ETag", tag).body(emptyString());

        tell(id);
        var told = poll(id, tag)
                .statusCode(200)
                .body("interview.transcript", hasSize(1))
                .extract();
        poll(id, told.header("ETag")).statusCode(304);
        tell(id);
        Interviews.end(id);
        poll(id, told.header("ETag"))
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("interview.status", equalTo("completed"));
        poll(id, "\"nonsense\"").statusCode(200);
    }

    @Test
    void hidesAnotherTenantsTag() {
        var id = Interviews.admitted();
        Callers.user("recruiter@globex")
                .header("If-None-Match", Interviews.results(id).extract().header("ETag"))
                .get("/api/interviews/" + id + "/results")
                .then()
                .statusCode(404);
    }

    private static void tell(InterviewId id) {
        Callers.agent()
                .body(Map.of("entries", List.of(said("ai", "Welcome"))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
    }

    /** What is awaited may change in between, but not for ever. */
    private static ValidatableResponse pollTwice(InterviewId id, AtomicReference<String> seen) {
        seen.set(Interviews.results(id).extract().header("ETag"));
        return poll(id, seen.get());
    }

    private static ValidatableResponse poll(InterviewId id, String tag) {
        return Callers.user("recruiter@acme")
                .header("If-None-Match", tag)
                .get("/api/interviews/" + id + "/results")
                .then();
    }
}
