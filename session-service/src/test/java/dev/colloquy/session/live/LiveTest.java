package dev.colloquy.session.live;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.events.ReportUpdated;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.Peers;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S13: live updates")
class LiveTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    @DisplayName("how the interview stands comes first, then what changes, to everybody who watches")
    void tellsWhatHappens() {
        var id = Interviews.admitted();
        tell(Callers.agent(), id, "a", 0, 0, "Welcome");
        try (var recruiter = watch(id, null);
                var candidate = EventStream.open(
                        id, OidcResource.candidateBearer(UUID.randomUUID(), "acme", id.value()), null)) {
            for (var stream : List.of(recruiter, candidate)) {
                var snapshot = stream.next();
                assertEquals("snapshot", snapshot.name());
                assertEquals(
                        "scheduled", snapshot.data().at("/interview/status").asText());
                var told = stream.next();
                assertEquals("transcript", told.name());
                assertEquals("Welcome", told.data().at("/entries/0/text").asText());
            }
            tell(Callers.agent(), id, "b", 0, 20, "Hello");
            for (var stream : List.of(recruiter, candidate)) {
                var told = stream.await("transcript", _ -> true);
                assertEquals("Hello", told.data().at("/entries/0/text").asText());
                assertEquals("agent", told.data().at("/entries/0/source").asText());
                assertFalse(told.data().at("/entries/0/after").isNull());
            }
            Interviews.end(id);
            recruiter.await(
                    "state", state -> state.at("/interview/status").asText().equals("completed"));
            candidate.await("state", state -> state.at("/metadata/awaiting").size() > 0);
        }
    }

    @Test
    @DisplayName("a turn that a better source tells too takes the other one's place")
    void takesBackWhatIsToldBetter() {
        var id = Interviews.admitted();
        tell(Callers.interviewee(id), id, "c", 0, 0, "as the browser heard it");
        try (var stream = watch(id, null)) {
            var told = stream.await("transcript", _ -> true).data();
            tell(Callers.agent(), id, "a", 0, 1, "as the agent heard it");
            var better = stream.await("transcript", _ -> true).data();
            assertEquals(told.at("/entries/0/entryId"), better.at("/removed/0"));
            assertEquals("as the agent heard it", better.at("/entries/0/text").asText());
        }
    }

    @Test
    @DisplayName("who comes back is told what is new since the last event; after a correction, everything")
    void resumes() {
        var id = Interviews.admitted();
        tell(Callers.agent(), id, "a", 0, 0, "One");
        String seen;
        try (var stream = watch(id, null)) {
            seen = stream.await("transcript", _ -> true).id();
        }
        tell(Callers.agent(), id, "b", 0, 20, "Two");
        try (var stream = watch(id, seen)) {
            assertEquals("state", stream.next().name());
            var told = stream.next();
            assertEquals(List.of("Two"), texts(told.data()));
            seen = told.id();
        }
        try (var stream = watch(id, seen)) {
            tell(Callers.agent(), id, "a", 1, 0, "One, cut");
            assertEquals(
                    List.of("One, cut"),
                    texts(stream.await("transcript", _ -> true).data()));
        }
        for (var lost : List.of(seen, "99.99", "nonsense")) {
            try (var stream = watch(id, lost)) {
                assertEquals("resync", stream.next().name());
                assertEquals(List.of("One, cut", "Two"), texts(stream.next().data()));
            }
        }
    }

    @Test
    @DisplayName("the stream ends when the interview is over and evaluated")
    void endsWhenNothingIsAwaited() {
        var admission = Interviews.admission("acme");
        admission.put("consent", false);
        var id = Interviews.admitted(admission);
        try (var stream = watch(id, null)) {
            Callers.agent()
                    .body(Map.of("entries", List.of(), "completed", true))
                    .post("/api/interviews/" + id + "/transcript");
            Interviews.end(id);
            Peers.answer("/internal/interviews/" + id + "/evaluation?version=1", "{\"overall\": 4}");
            KafkaPeer.publish(new ReportUpdated(
                    UUID.randomUUID(),
                    Instant.now(),
                    new TenantId("acme"),
                    id,
                    UUID.randomUUID(),
                    1,
                    ReportStatus.COMPLETE));
            stream.await("state", state -> state.at("/evaluation/overall").asInt() == 4);
            assertEquals("settled", stream.next().data().path("reason").asText());
            assertEquals("closed", stream.next().name());
        }
        try (var stream = watch(id, null)) {
            assertEquals("snapshot", stream.next().name());
            assertEquals("end", stream.next().name());
        }
    }

    @Test
    @DisplayName("refusals are ordinary answers, given before the stream begins")
    void refusesBeforeTheStreamBegins() {
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + Interviews.newId() + "/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/interview-not-found"));
    }

    @Test
    @DisplayName("an interview has no more streams than configured; one that was closed makes room")
    void limitsTheStreamsOfAnInterview() {
        var id = Interviews.admitted();
        var streams = new ArrayList<EventStream>();
        for (var index = 0; index < 10; index++) {
            streams.add(watch(id, null));
        }
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/events")
                .then()
                .statusCode(429)
                .header("Retry-After", "30")
                .body("type", equalTo("/problems/too-many-streams"));
        streams.removeFirst().close();
        eventually(() -> watch(id, null).close());
        streams.forEach(EventStream::close);
    }

    private static EventStream watch(InterviewId id, String lastEventId) {
        return EventStream.open(id, OidcResource.bearer("recruiter@acme"), lastEventId);
    }

    private static List<String> texts(JsonNode told) {
        return told.path("entries").findValuesAsText("text");
    }

    private static void tell(
            RequestSpecification caller, InterviewId id, String item, int revision, int second, String text) {
        var entry = Map.of(
                "item_id",
                item,
                "revision",
                revision,
                "speaker",
                "ai",
                "text",
                text,
                "timestamp",
                BEGIN.plusSeconds(second));
        caller.body(Map.of("entries", List.of(entry)))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
    }
}
