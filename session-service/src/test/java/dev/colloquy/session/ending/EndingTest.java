package dev.colloquy.session.ending;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class EndingTest {

    private static final String UNTOLD = "";
    private static final Map<String, String> WITNESS =
            Map.of("user", "client", "operator", "operator", "agent", "agent", "provider", "gateway");
    private static final String WAITING = "from pg_locks where locktype = 'advisory' and not granted";

    @Inject
    Pool pool;

    @Test
    @DisplayName(
            "S7, S04: of a hundred parallel ends through all entrances the first wins, and one interview-ended is told")
    void endsOnce() throws Exception {
        var id = Interviews.inProgress();
        var entrances = entrances(id);
        var ends = new ConcurrentSkipListSet<String>();
        var begin = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(25)) {
            var calls = IntStream.range(0, 100)
                    .mapToObj(number -> pool.submit(() -> {
                        begin.await();
                        ends.add(entrances.get(number % entrances.size()).call());
                        return number;
                    }))
                    .toList();
            begin.countDown();
            KafkaPeer.publish(new RoomFinished(UUID.randomUUID(), Instant.now(), id, "RM_" + id));
            for (var call : calls) {
                call.get();
            }
        }
        ends.remove(UNTOLD);
        assertEquals(1, ends.size());
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1);
        var results = Interviews.results(id)
                .body("interview.duration", notNullValue())
                .body("interview.endedAt", equalTo(ends.first()));
        why(id).body("entries.find { it.kind == 'end_requested' }.at", equalTo(ends.first()))
                .body("entries.findAll { it.kind == 'ended' }.size()", equalTo(1))
                .body(
                        "entries.find { it.kind == 'end_requested' }.source",
                        equalTo(WITNESS.get(results.extract().<String>path("interview.endedBy"))));
    }

    /** Every way to end an interview, each answering when that was, or that it does not tell. */
    private static List<Callable<String>> entrances(InterviewId id) {
        var byRoom = "/api/interviews/by-room/" + id.roomName() + "/end";
        var session = Map.of("sessionId", id);
        return List.of(
                () -> endedAt(Callers.interviewee(id).post(byRoom)),
                () -> endedAt(Callers.interviewee(id).body(session).post("/api/session/end-session")),
                () -> endedAt(Callers.user("operator@acme").body(session).post("/api/session/end-session")),
                () -> endedAt(Callers.agent().post(byRoom)),
                () -> endedAt(Callers.service()
                        .body(Map.of("sessionId", id, "endedBy", "provider"))
                        .post("/api/session/end-session")),
                () -> {
                    Callers.interviewee(id)
                            .body(Map.of("client_session_id", id, "ended_by", "user"))
                            .post("/api/save-interview")
                            .then()
                            .statusCode(200);
                    return UNTOLD;
                });
    }

    private static String endedAt(Response answer) {
        return answer.then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .extract()
                .path("endedAt");
    }

    @Test
    @DisplayName("S7, fault S10: an end whose connection is cut is tried again, and not lost")
    void endsAlthoughTheDatabaseBlinks() throws Exception {
        var id = Interviews.inProgress();
        try (var pool = Executors.newSingleThreadExecutor();
                var database = PostgresResource.ownerConnection("session")) {
            hold(database, id);
            var end = pool.submit(() -> Interviews.end(id));
            eventually(() -> assertEquals(1, waiting(0)));
            var cut = cut();
            eventually(() -> assertEquals(1, waiting(cut)));
            database.commit();
            end.get().body("status", equalTo("completed")).body("endedBy", equalTo("user"));
        }
        KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1);
    }

    @Test
    @DisplayName(
            "S7: an end that cannot be written for too long is answered 503, and changes nothing until it is asked again")
    void asksToComeAgain() throws Exception {
        var id = Interviews.inProgress();
        try (var database = PostgresResource.ownerConnection("session")) {
            hold(database, id);
            Callers.interviewee(id)
                    .body(Map.of("sessionId", id))
                    .post("/api/session/end-session")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/try-again"));
            database.commit();
        }
        Interviews.results(id).body("interview.status", equalTo("in_progress"));
        Interviews.end(id).body("status", equalTo("completed"));
    }

    private static void hold(Connection database, InterviewId id) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(id));
        }
    }

    /** How many connections but this one wait for an interview. */
    private long waiting(long other) {
        return number("select count(*) " + WAITING + " and pid <> " + other);
    }

    /** Cuts the connection that waits, as a database does that is stopped; answers whose it was. */
    private long cut() {
        return number("select max(case when pg_terminate_backend(pid) then pid end) " + WAITING);
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
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
        why(over).body("story.findAll { it.contains('asked to end') }.size()", equalTo(1));
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
        why(id).body("story.findAll { it.contains('asked to end') }.size()", equalTo(2))
                .body("story", notNullValue())
                .body("status", equalTo("completed"));
    }

    private static ValidatableResponse why(InterviewId id) {
        return Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .statusCode(200);
    }
}
