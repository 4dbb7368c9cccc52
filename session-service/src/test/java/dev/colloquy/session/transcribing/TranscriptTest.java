package dev.colloquy.session.transcribing;

import static dev.colloquy.session.testing.Interviews.eventually;
import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S8: transcript")
class TranscriptTest {

    private static final String NOW = "2026-01-01T10:00:00Z";

    @Test
    void aResendAddsNothing() {
        var id = Interviews.admitted();
        var batch = List.of(said("ai", "Welcome"), said("candidate", "Hello"));
        post(Callers.agent(), id, batch)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(0));
        post(Callers.agent(), id, batch)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(2));
        read(Callers.interviewee(id), id).body("entries.text", contains("Welcome", "Hello"));
    }

    @Test
    void anItemIdIsWhatARepeatedEntryIsKnownBy() {
        var id = Interviews.admitted();
        var first = Map.of("speaker", "ai", "text", "Hi", "timestamp", "2026-01-01T10:00:00Z", "item_id", "item_1");
        var again = Map.of("speaker", "ai", "text", "Hi", "timestamp", "2026-01-01T10:00:09Z", "item_id", "item_1");
        post(Callers.service(), id, List.of(first, again))
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1));
    }

    @Test
    void aBlankItemIdIsNone() {
        var id = Interviews.admitted();
        var first = Map.of("speaker", "ai", "text", "Hi", "timestamp", "2026-01-01T10:00:00Z", "item_id", " ");
        var other = Map.of("speaker", "ai", "text", "You", "timestamp", "2026-01-01T10:00:01Z", "item_id", "");
        post(Callers.service(), id, List.of(first, other, first))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(1));
    }

    @Test
    void namesWhatASpeakerCanBe() {
        var id = Interviews.admitted();
        var said = Map.of("speaker", "Zoe", "text", "Hi", "timestamp", "2026-01-01T10:00:00Z");
        post(Callers.agent(), id, List.of(said))
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].speaker"))
                .body("violations[0].message", equalTo("must be one of candidate, ai"));
    }

    @Test
    void refusesATimeAtWhichNobodyCanHaveSpoken() {
        var id = Interviews.admitted();
        var times = List.of(
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "2019-12-31T23:59:59Z",
                Instant.now().plus(Duration.ofHours(25)).toString());
        for (var time : times) {
            post(Callers.agent(), id, List.of(Map.of("speaker", "ai", "text", "Hi", "timestamp", time)))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("entries[0].timestamp"));
        }
        read(Callers.interviewee(id), id).body("entries", hasSize(0));
    }

    @Test
    void entriesAreOrderedByTime() {
        var id = Interviews.admitted();
        var late = Map.of("speaker", "ai", "text", "second", "timestamp", "2026-01-01T10:00:05Z");
        var early = Map.of("speaker", "candidate", "text", "first", "timestamp", "2026-01-01T10:00:00Z", "start_ms", 3);
        post(Callers.agent(), id, List.of(late, early)).statusCode(200);
        read(Callers.user("recruiter@acme"), id)
                .body("entries.text", contains("first", "second"))
                .body("entries[0].startMs", equalTo(3));
    }

    @Test
    void theAgentsWordOutranksTheClients() {
        var id = Interviews.admitted();
        post(Callers.interviewee(id), id, List.of(said("candidate", "as the browser heard it")));
        read(Callers.interviewee(id), id).body("entries.text", contains("as the browser heard it"));
        post(Callers.agent(), id, List.of(said("candidate", "as the agent heard it")));
        read(Callers.interviewee(id), id).body("entries.text", contains("as the agent heard it"));
    }

    @Test
    void lastWordsAreTakenAfterTheEndUntilItIsFinal() {
        var id = Interviews.admitted();
        Interviews.end(id);
        post(Callers.agent(), id, List.of(said("ai", "Goodbye")))
                .statusCode(200)
                .body("accepted", equalTo(1));
        Interviews.results(id).body("metadata.awaiting.what", hasItem("transcript"));
        eventually(() -> Interviews.results(id).body("metadata.finalVersion", equalTo(1)));
        post(Callers.interviewee(id), id, List.of(said("ai", "One more thing")))
                .statusCode(409)
                .body("type", equalTo("/problems/transcript-closed"));
        read(Callers.interviewee(id), id).body("entries", hasSize(1));
    }

    @Test
    void refusesWhatItCannotUse() {
        var id = Interviews.admitted();
        post(Callers.agent(), id, List.of(Map.of("speaker", "ai", "timestamp", "2026-01-01T10:00:00Z")))
                .statusCode(400)
                .body("violations.field", hasItem("entries[0].text"));
        post(Callers.agent(), id, List.of(said("narrator", "Hm"))).statusCode(400);
        post(Callers.agent(), id, Collections.nCopies(501, said("ai", "Hm"))).statusCode(400);
        post(Callers.agent(), id, List.of(said("ai", "x".repeat(10_001)))).statusCode(400);
        post(Callers.agent(), id, List.of(item("a", 0, "Hi", Map.of("session_id", Interviews.newId()))))
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].session_id"));
        post(Callers.agent(), id, List.of(Map.of("speaker", "ai", "text", "Hi", "timestamp", NOW, "revision", 1)))
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].revision"));
        Callers.agent()
                .body("{\"entries\": [")
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(400);
        read(Callers.interviewee(id), id).body("entries", hasSize(0));
    }

    @Test
    @DisplayName("S8: the largest batch that is allowed fits, written in any script; a larger one is refused by name")
    void takesTheLargestBatch() {
        var id = Interviews.admitted();
        var entries = IntStream.range(0, 101)
                .mapToObj(index -> item("i" + index, index, "\u8a9e".repeat(10_000), Map.of("session_id", id)))
                .toList();
        post(Callers.agent(), id, entries.subList(0, 100)).statusCode(200).body("accepted", equalTo(100));
        post(Callers.agent(), id, entries).statusCode(400).body("violations[0].field", equalTo("entries"));
    }

    @Test
    void keepsTextThatTheDatabaseCannotStore() {
        var id = Interviews.admitted();
        post(Callers.agent(), id, List.of(said("ai", "a\0b"))).statusCode(200);
        read(Callers.interviewee(id), id).body("entries.text", contains("ab"));
    }

    private static Map<String, Object> item(String id, int second, String text, Map<String, ?> more) {
        var item = new HashMap<String, Object>(more);
        item.putAll(Map.of(
                "item_id",
                id,
                "speaker",
                "ai",
                "text",
                text,
                "timestamp",
                Instant.parse(NOW).plusSeconds(second)));
        return item;
    }

    private static ValidatableResponse post(
            RequestSpecification caller, InterviewId id, List<? extends Map<String, ?>> entries) {
        return caller.body(Map.of("entries", entries))
                .post("/api/interviews/" + id + "/transcript")
                .then();
    }

    private static ValidatableResponse read(RequestSpecification caller, InterviewId id) {
        return caller.get("/api/interviews/" + id + "/transcript").then().statusCode(200);
    }
}
