package dev.colloquy.session.results;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.results.WhyView.Entry;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class WhyTest {

    @Test
    @DisplayName("S10: why gives each fact a time, a kind, a sentence, and the evidence for it with its source")
    void namesTheEvidence() {
        var id = Interviews.inProgress();
        Interviews.end(id);
        why(id, "application/json")
                .body("interviewId", equalTo(id.toString()))
                .body("status", equalTo("completed"))
                .body("entries.at", everyItem(notNullValue()))
                .body("entries.kind", hasItem("candidate_connected"))
                .body("entries.find { it.kind == 'ended' }.sentence", containsString("was the candidate"))
                .body("entries.find { it.kind == 'end_requested' }.source", equalTo("client"))
                .body("entries.find { it.kind == 'candidate_connected' }.evidenceId", startsWith("PA_"))
                .body("story[0]", containsString("(evidence: "));
    }

    @Test
    @DisplayName("S10: why tells the story as text to those who ask for text, and as JSON to those who do not say")
    void tellsTheStoryAsText() {
        var id = Interviews.inProgress();
        why(id, "text/plain")
                .contentType("text/plain;charset=UTF-8")
                .body(startsWith("Interview " + id + ": in progress\n"))
                .body(containsString("the candidate joined the room (evidence: livekit PA_"));
        why(id, "*/*").contentType("application/json");
    }

    @Test
    @DisplayName("S10: what occurred at the same time is told in the order of its recording")
    void breaksTiesByRecording() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        var recorded = List.of(
                new RecordedFact(new Fact.Cancelled(), Witness.BOOKING, "z", at),
                new RecordedFact(new Fact.TranscriptCompleted(), Witness.AGENT, "a", at),
                new RecordedFact(new Fact.RoomFinished("RM_1"), Witness.LIVEKIT, "m", at.minusSeconds(1)));
        assertEquals(
                List.of("m", "z", "a"),
                Story.of(recorded).stream().map(Entry::evidenceId).toList());
    }

    private static ValidatableResponse why(InterviewId id, String accept) {
        return Callers.user("operator@acme")
                .accept(accept)
                .get("/api/interviews/" + id + "/why")
                .then()
                .statusCode(200);
    }
}
