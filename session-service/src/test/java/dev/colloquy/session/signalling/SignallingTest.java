package dev.colloquy.session.signalling;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S2: signalling, for diagnosis")
class SignallingTest {

    private static final Map<String, String> OFFER = Map.of("kind", "offer", "content", "v=0 offer");

    private InterviewId id;

    @BeforeEach
    void admit() {
        id = Interviews.admitted();
    }

    @Test
    void anOperatorReadsWhatServicesHaveSeenOnceAndInOrder() {
        var server = Map.of("kind", "server", "content", "https://realtime.example.org/v1/realtime/calls");
        tell(id, List.of(server, OFFER)).statusCode(204);
        tell(id, List.of(OFFER, Map.of("kind", "answer", "content", "v=0 answer")))
                .statusCode(204);
        read(id).body("interviewId", equalTo(id.toString()))
                .body("signals.kind", contains("server", "offer", "answer"))
                .body("signals[1].content", equalTo("v=0 offer"))
                .body("signals.toldAt", everyItem(notNullValue()));
    }

    @Test
    void keepsTheFirstTwentyOnly() {
        for (int batch = 0; batch < 3; batch++) {
            tell(id, candidates(batch, 9)).statusCode(204);
        }
        read(id).body("signals.size()", equalTo(20)).body("signals[19].content", equalTo("candidate 2-1"));
    }

    @Test
    @DisplayName("X3: signalling is erased with its candidate, and not kept afterwards")
    void isErased() {
        tell(id, List.of(OFFER)).statusCode(204);
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(id)));
        eventually(() -> read(id).body("signals.size()", equalTo(0)));
        tell(id, List.of(OFFER)).statusCode(204);
        read(id).body("signals.size()", equalTo(0));
    }

    @Test
    void refusesWhatItCannotUse() {
        tell(id, List.of()).statusCode(400).body("violations.field", hasItem("signals"));
        tell(id, candidates(0, 21)).statusCode(400);
        tell(id, List.of(Map.of("kind", "gossip", "content", "x"))).statusCode(400);
        tell(id, List.of(Map.of("kind", "offer", "content", "x".repeat(32_769))))
                .statusCode(400)
                .body("violations.field", hasItem("signals[0].content"));
        tell(Interviews.newId(), List.of(OFFER)).statusCode(404);
        Callers.user("operator@globex")
                .get("/api/interviews/" + id + "/signalling")
                .then()
                .statusCode(404);
    }

    private static List<Map<String, String>> candidates(int batch, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Map.of("kind", "candidate", "content", "candidate " + batch + "-" + number))
                .toList();
    }

    private static ValidatableResponse tell(InterviewId id, List<Map<String, String>> signals) {
        return Callers.service()
                .body(Map.of("signals", signals))
                .post("/internal/interviews/" + id + "/signalling")
                .then();
    }

    private static ValidatableResponse read(InterviewId id) {
        return Callers.user("operator@acme")
                .get("/api/interviews/" + id + "/signalling")
                .then()
                .statusCode(200);
    }
}
