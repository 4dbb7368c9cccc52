package dev.colloquy.session.deadline;

import static dev.colloquy.session.testing.Interviews.eventually;
import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class DeadlineTest {

    @Test
    @DisplayName(
            "S7, S11: the time limit ends an interview whose candidate was let in and never came; it is no report's")
    void endsWhatNobodyElseEnds() {
        var id = Interviews.admitted();
        assertEquals(Duration.ofSeconds(1800 + 120), Alarms.wait(id, Deadline.TIME_LIMIT));

        Alarms.ring(id, Deadline.TIME_LIMIT);

        eventually(() -> Interviews.results(id)
                .body("interview.status", equalTo("no_show"))
                .body("interview.blame", equalTo("candidate_never_came"))
                .body("interview.endedBy", equalTo("deadline"))
                .body("interview.endedAt", notNullValue())
                .body("interview.evaluationStatus", nullValue())
                .body("metadata.awaiting", empty()));
        KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1);
        why(id).body("blame", equalTo("candidate_never_came"));
        assertTrue(KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).isEmpty());
    }

    @Test
    @DisplayName("S11: an interviewer who does not come is noted, and to blame when the candidate gives up")
    void tellsThatTheAgentDidNotCome() {
        var id = Interviews.inProgress();
        Interviews.results(id)
                .body("metadata.awaiting.what", hasItems("time_limit", "agent"))
                .body("metadata.awaiting.find { it.what == 'agent' }.then", containsString("did not come"))
                .body("metadata.awaiting.find { it.what == 'agent' }.until", notNullValue());

        Alarms.ring(id, Deadline.AGENT);
        eventually(() -> why(id).body("story", hasItem(containsString("the interviewer had not come"))));
        Interviews.results(id).body("interview.status", equalTo("in_progress"));

        Interviews.end(id).body("status", equalTo("no_show")).body("blame", equalTo("agent_never_came"));
        KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1);
        assertTrue(KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).isEmpty());
    }

    @Test
    @DisplayName("S11: who talked was there, even when nobody was seen to come")
    void blamesNobodyWhoWasHeard() {
        var id = Interviews.admitted();
        Callers.agent()
                .body(Map.of("entries", List.of(said("candidate", "Good morning")), "completed", false))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);

        Alarms.ring(id, Deadline.TIME_LIMIT);

        eventually(() -> Interviews.results(id)
                .body("interview.status", equalTo("completed"))
                .body("interview.blame", nullValue()));
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        why(id).body("entries.kind", hasItem("speech_heard"));
    }

    @Test
    @DisplayName(
            "S9, S11: an alarm that rings while nobody waits for it is not the last, and counts whoever's clock is late")
    void setsAnAlarmForEveryWait() {
        var id = Interviews.newId();
        var closesAt = Instant.now().plusSeconds(3600);
        schedule(id, closesAt);
        eventually(() -> assertEquals(1, Alarms.waiting(id, Deadline.NO_SHOW)));
        schedule(id, closesAt.plusSeconds(3600));
        eventually(() -> assertEquals(2, Alarms.waiting(id, Deadline.NO_SHOW)));
        Alarms.ringOldest(id, Deadline.NO_SHOW);
        eventually(() -> assertEquals(1, Alarms.waiting(id, Deadline.NO_SHOW)));
        Interviews.results(id).body("interview.status", equalTo("scheduled"));

        schedule(id, closesAt);
        eventually(() -> assertEquals(2, Alarms.waiting(id, Deadline.NO_SHOW)));
        Alarms.ring(id, Deadline.NO_SHOW);

        eventually(() -> Interviews.results(id).body("interview.status", equalTo("no_show")));
    }

    @Test
    @DisplayName("S9: somebody who connects although he was never let in comes to an end, too")
    void endsWhatBeganWithoutAnAdmission() {
        var id = Interviews.scheduled();
        Interviews.join(id);
        eventually(() -> Interviews.results(id).body("metadata.awaiting.what", hasItem("time_limit")));

        Alarms.ring(id, Deadline.TIME_LIMIT);

        eventually(() -> Interviews.results(id).body("interview.endedBy", equalTo("deadline")));
    }

    @Test
    void theTimeLimitChangesNothingAfterTheEnd() {
        var id = Interviews.inProgress();
        Interviews.end(id).body("endedBy", equalTo("user"));

        Alarms.ring(id, Deadline.TIME_LIMIT);

        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        eventually(() -> assertEquals(0, Alarms.waiting(id, Deadline.TIME_LIMIT)));
        Interviews.results(id).body("interview.endedBy", equalTo("user"));
        KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1);
    }

    @Test
    @DisplayName("S9: a room that is not closed after the end is noted, and holds up no evaluation")
    void notesARoomThatStays() {
        var id = Interviews.inProgress();
        Interviews.end(id);
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        eventually(() -> why(id).body("story", hasItem(containsString("had not been closed"))));
    }

    @Test
    @DisplayName("S11: a candidate who did not come while the link was open is a no-show, without an end or a report")
    void tellsWhoDidNotCome() {
        var id = Interviews.newId();
        schedule(id, Instant.now().minusSeconds(60));

        eventually(() -> Interviews.results(id).body("interview.status", equalTo("no_show")));

        Interviews.results(id).body("interview.endedAt", nullValue()).body("interview.evaluationStatus", nullValue());
        why(id).body("status", equalTo("no_show"))
                .body("blame", equalTo("candidate_never_came"))
                .body("story", hasItem(containsString("nobody had come")));
        Callers.service()
                .body(Interviews.admission("acme"))
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200)
                .body("live", equalTo(false))
                .body("status", equalTo("no_show"));
        Interviews.end(id).body("status", equalTo("no_show"));
        assertTrue(KafkaPeer.read(Topics.INTERVIEW_ENDED, id).isEmpty());

        schedule(id, Instant.now().plusSeconds(3600));
        eventually(() -> Interviews.results(id).body("interview.status", equalTo("scheduled")));
    }

    private static void schedule(InterviewId id, Instant closesAt) {
        KafkaPeer.publish(new InterviewScheduled(
                UUID.randomUUID(),
                Instant.now(),
                new TenantId("acme"),
                id,
                UUID.randomUUID(),
                null,
                closesAt.minusSeconds(3600),
                closesAt,
                Provider.LIVEKIT));
    }

    private static ValidatableResponse why(InterviewId id) {
        return Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .statusCode(200);
    }
}
