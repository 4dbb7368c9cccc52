package dev.colloquy.session.transcribing;

import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionTest
@DisplayName("S8: batches of a transcript")
class BatchTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("batches that come twice and in any order, with corrections, make the same transcript and checkpoint")
    void doesNotDependOnTheOrderOfBatches(long seed) {
        var random = new Random(seed);
        var told = new ArrayList<Map<String, Object>>();
        for (var index = 0; index < 40; index++) {
            told.add(item(index, 0, "turn " + index));
            if (index % 5 == 0) {
                told.add(item(index, 1, "turn " + index + ", cut"));
                told.add(item(index, 2, "turn " + index + ", cut short"));
            }
        }
        var inOrder = Interviews.admitted();
        var checkpoint = post(inOrder, told).extract().path("checkpoint");
        Collections.shuffle(told, random);
        var shuffled = Interviews.admitted();
        for (var round = 0; round < 2; round++) {
            for (var from = 0; from < told.size(); from += 7) {
                post(shuffled, told.subList(from, Math.min(told.size(), from + 7)));
            }
        }
        post(shuffled, List.of(told.getFirst()))
                .body("accepted", equalTo(0))
                .body("corrected", equalTo(0))
                .body("duplicates", equalTo(1))
                .body("checkpoint", equalTo(checkpoint));
        assertEquals(texts(inOrder), texts(shuffled));
        assertEquals("turn 0, cut short", texts(shuffled).getFirst());
    }

    @Test
    @DisplayName("what was cut off is corrected in place; an older telling that comes later changes nothing")
    void correctsWhatWasNotHeard() {
        var id = Interviews.admitted();
        post(id, List.of(item(0, 0, "Let me explain all of it"), item(1, 0, "And then")));
        String entry = read(id, "").extract().path("entries[0].entryId");
        post(id, List.of(item(0, 1, "Let me explain")))
                .body("accepted", equalTo(0))
                .body("corrected", equalTo(1))
                .body("checkpoint.entries", equalTo(2))
                .body("checkpoint.hash", matchesPattern("[0-9a-f]{16}"));
        post(id, List.of(item(0, 0, "Let me explain all of it")))
                .body("corrected", equalTo(0))
                .body("duplicates", equalTo(1));
        read(id, "")
                .body("entries.text", contains("Let me explain", "And then"))
                .body("entries[0].entryId", equalTo(entry))
                .body("entries[0].revision", equalTo(1))
                .body("entries[0].source", equalTo("agent"));
    }

    @Test
    @DisplayName("what nobody heard of is taken away; what follows it keeps its place")
    void takesAwayWhatNobodyHeard() {
        var id = Interviews.admitted();
        post(id, List.of(item(0, 0, "Hello"), item(1, 0, "Let me"), item(2, 0, "Sorry, go on")));
        post(id, List.of(item(1, 1, ""))).body("corrected", equalTo(1)).body("checkpoint.entries", equalTo(3));
        read(id, "").body("entries.text", contains("Hello", "Sorry, go on"));
        Callers.agent()
                .body(Map.of("entries", List.of(item(3, 0, " "))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("entries[0].text"));
    }

    @Test
    @DisplayName("each source has a checkpoint of its own")
    void sumsUpEachSource() {
        var id = Interviews.admitted();
        post(id, List.of(item(0, 0, "Hello")));
        Callers.interviewee(id)
                .body(Map.of("entries", List.of(said("candidate", "Hi"), said("candidate", "Well"))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .body("checkpoint.entries", equalTo(2));
    }

    @Test
    @DisplayName("what a service passes on for a client is the client's; nobody else can choose whose words he tells")
    void knowsWhoseWordsAServiceTells() {
        var id = Interviews.admitted();
        for (var caller : List.of(Callers.service(), Callers.interviewee(id))) {
            caller.body(Map.of("entries", List.of(item(1, 0, "Hi")), "source", "client"))
                    .post("/api/interviews/" + id + "/transcript")
                    .then()
                    .statusCode(200)
                    .body("checkpoint.entries", equalTo(1));
        }
        read(id, "").body("entries.source", contains("client"));
        var other = Interviews.admitted();
        Callers.service()
                .body(Map.of("entries", List.of(item(1, 0, "Hi")), "source", "elevenlabs"))
                .post("/api/interviews/" + other + "/transcript")
                .then()
                .statusCode(200);
        read(other, "").body("entries.source", contains("gateway"));
    }

    @Test
    @DisplayName("S8, S9: ten thousand entries come back page by page, in order, each once")
    void pagesALongTranscript() {
        var id = Interviews.admitted();
        var entries = IntStream.range(0, 10_000)
                .mapToObj(index -> item(index, 0, "turn " + index))
                .toList();
        for (var from = 9_500; from >= 0; from -= 500) {
            post(id, entries.subList(from, from + 500)).body("accepted", equalTo(500));
        }
        var read = new ArrayList<String>();
        String next = null;
        do {
            var page = read(id, next == null ? "?size=1000" : "?size=1000&after=" + next);
            read.addAll(page.extract().path("entries.text"));
            next = page.extract().path("next");
        } while (next != null);
        assertEquals(entries.stream().map(entry -> entry.get("text")).toList(), read);
    }

    @Test
    void refusesAPageThatCannotBe() {
        var id = Interviews.admitted();
        for (var page : List.of("?size=0", "?size=1001", "?after=" + Interviews.newId())) {
            Callers.interviewee(id)
                    .get("/api/interviews/" + id + "/transcript" + page)
                    .then()
                    .statusCode(400);
        }
    }

    /** Follows the one before it; told by clocks that differ, so that time alone would mislead. */
    private static Map<String, Object> item(int index, int revision, String text) {
        return Map.of(
                "item_id",
                "item_" + index,
                "previous_item_id",
                "item_" + (index - 1),
                "revision",
                revision,
                "speaker",
                index % 2 == 0 ? "ai" : "candidate",
                "text",
                text,
                "timestamp",
                BEGIN.plusSeconds(index - index % 2 * 3L).toString());
    }

    private static ValidatableResponse post(InterviewId id, List<Map<String, Object>> entries) {
        return Callers.agent()
                .body(Map.of("entries", entries))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
    }

    private static List<String> texts(InterviewId id) {
        return read(id, "").extract().path("entries.text");
    }

    private static ValidatableResponse read(InterviewId id, String page) {
        return Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/transcript" + page)
                .then()
                .statusCode(200);
    }
}
