package dev.colloquy.session.deadline;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class DeadlineTest {

    private static final String WAIT = """
            select extract(epoch from due_at - created_at) from leased_work
            where queue = 'interview-deadlines' and key like ? || ':TIME_LIMIT:%'""";
    private static final String PASS = """
            update leased_work set due_at = now()
            where queue = 'interview-deadlines' and key like ? || ':TIME_LIMIT:%'""";

    @Test
    @DisplayName("S7: the time limit ends an interview whose candidate was let in and never came")
    void endsWhatNobodyElseEnds() {
        var id = Interviews.admitted();
        assertEquals(Duration.ofSeconds(1800 + 120), timeLimit(id));

        passTimeLimit(id);

        eventually(() -> Interviews.results(id)
                .body("interview.status", equalTo("completed"))
                .body("interview.endedBy", equalTo("deadline")));
        eventually(() ->
                assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size()));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_ENDED, id).size());
    }

    @Test
    void theTimeLimitChangesNothingAfterTheEnd() {
        var id = Interviews.inProgress();
        Interviews.end(id).body("endedBy", equalTo("user"));

        passTimeLimit(id);

        eventually(() ->
                assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size()));
        Interviews.results(id).body("interview.endedBy", equalTo("user"));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_ENDED, id).size());
    }

    @Test
    @DisplayName("S11: a candidate who did not come while the link was open is a no-show, without an end or a report")
    void tellsWhoDidNotCome() {
        var id = Interviews.newId();
        schedule(id, Instant.now().minusSeconds(60));

        eventually(() -> Interviews.results(id).body("interview.status", equalTo("no_show")));

        Interviews.results(id).body("interview.endedAt", nullValue()).body("interview.evaluationStatus", nullValue());
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("status", equalTo("no_show"))
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

    private static Duration timeLimit(InterviewId id) {
        try (var database = PostgresResource.ownerConnection("session");
                var query = database.prepareStatement(WAIT)) {
            query.setString(1, id.toString());
            try (var rows = query.executeQuery()) {
                assertTrue(rows.next());
                return Duration.ofSeconds(Math.round(rows.getDouble(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void passTimeLimit(InterviewId id) {
        try (var database = PostgresResource.ownerConnection("session");
                var update = database.prepareStatement(PASS)) {
            update.setString(1, id.toString());
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
