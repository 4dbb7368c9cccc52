package dev.colloquy.session;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionTest
class ReplayTest {

    private static final List<String> TOPICS =
            List.of(Topics.INTERVIEW_SCHEDULED, Topics.ROOM_EVENTS, Topics.EGRESS_ENDED);

    @ParameterizedTest(name = "the notes of what has been taken are there: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("K08: a full replay of the topics has no effect, not even when the inbox has been cleaned up since")
    void everythingComesAgain(boolean noted) throws SQLException {
        var id = finished();
        var before = picture(id);

        if (!noted) {
            forget();
        }
        for (var topic : TOPICS) {
            KafkaPeer.records(topic).stream()
                    .filter(event -> id.toString().equals(event.key()))
                    .forEach(event -> KafkaPeer.publish(topic, event.key(), event.value()));
            eventually(() -> assertEquals(0, KafkaPeer.lag("session-service-" + topic, topic)));
        }

        assertEquals(before, picture(id));
    }

    private static InterviewId finished() {
        var id = Interviews.scheduled();
        Callers.service()
                .body(Interviews.admission("acme"))
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200);
        Interviews.leave(id, Interviews.join(id));
        var entries = List.of(Interviews.said("ai", "Tell me about a failure"));
        Callers.agent()
                .body(Map.of("entries", entries, "completed", true))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
        Interviews.end(id);
        KafkaPeer.publish(new RoomFinished(UUID.randomUUID(), Instant.now(), id, "RM_" + id));
        KafkaPeer.publish(new EgressEnded(
                UUID.randomUUID(),
                Instant.now(),
                id,
                "EG_" + id,
                EgressStatus.COMPLETE,
                FactSource.WEBHOOK,
                "a.ogg",
                9));
        eventually(() -> Interviews.results(id).body("interview.recordingStatus", equalTo("complete")));
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        eventually(() -> assertEquals(0, KafkaPeer.lag("session-service-room-events", Topics.ROOM_EVENTS)));
        return id;
    }

    /** All that is known and told of an interview. */
    private static List<Object> picture(InterviewId id) throws SQLException {
        return List.of(
                Interviews.results(id).extract().asString(),
                rows("select count(*) from interview_fact where interview_id = '%s'".formatted(id)),
                rows("select count(*) from outbox_message where key = '%s'".formatted(id)),
                rows("select count(*) from leased_work where key like '%s%%'".formatted(id)));
    }

    private static void forget() throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            statement.execute("delete from inbox_message");
        }
    }

    private static long rows(String count) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement();
                var rows = statement.executeQuery(count)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
