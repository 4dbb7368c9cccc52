package dev.colloquy.session.position;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S1: positions")
class PositionTest {

    @Test
    void aDemoTenantHasOneDefaultPositionWhichWasPublished() {
        Callers.user("operator@acme")
                .get("/api/positions")
                .then()
                .statusCode(200)
                .body("items.findAll { it.tenantDefault }.title", contains("Backend Engineer, Payments"))
                .body("items.find { it.tenantDefault }.competencies.size()", equalTo(4));
        eventually(() -> assertTrue(published("Backend Engineer, Payments").stream()
                .anyMatch(position -> position.path("tenant").asText().equals("acme"))));
    }

    @Test
    void aNewDefaultReplacesTheOldOneForInterviewsToCome() {
        var before = Interviews.admitted(Interviews.admission("globex"));
        var position = position("Night Shift Lead");
        position.put("tenantDefault", true);
        create(position).statusCode(200).body("id", notNullValue());
        Callers.user("recruiter@globex")
                .get("/api/positions")
                .then()
                .body("items.findAll { it.tenantDefault }.title", contains("Night Shift Lead"));
        eventually(() -> {
            assertEquals(1, published("Night Shift Lead").size());
            assertTrue(!published("Customer Support Lead")
                    .getLast()
                    .path("tenantDefault")
                    .asBoolean());
        });
        var after = Interviews.admitted(Interviews.admission("globex"));
        title(before).body("position.title", equalTo("Customer Support Lead"));
        title(after).body("position.title", equalTo("Night Shift Lead"));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var wrong = position(" ");
        wrong.put("timeLimitSeconds", 5);
        wrong.put("language", "English");
        wrong.put("competencies", List.of(Map.of("name", "x", "description", "y", "weight", 0)));
        create(wrong)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("title", "timeLimitSeconds", "language", "competencies[0].weight"));
        create(Map.of()).statusCode(400).body("violations.field", hasItem("persona"));
        Callers.user("recruiter@acme").body("[").post("/api/positions").then().statusCode(400);
        Callers.user("recruiter@acme").post("/api/positions").then().statusCode(400);
    }

    private static ValidatableResponse create(Map<String, Object> position) {
        return Callers.user("recruiter@globex")
                .body(position)
                .post("/api/positions")
                .then();
    }

    private static ValidatableResponse title(Object interview) {
        return Callers.agent()
                .get("/api/interviews/" + interview + "/agent-context")
                .then();
    }

    private static List<JsonNode> published(String title) {
        return KafkaPeer.records(Topics.POSITION_UPDATED).stream()
                .map(message -> KafkaPeer.json(message.value()))
                .filter(position -> position.path("title").asText().equals(title))
                .toList();
    }

    private static Map<String, Object> position(String title) {
        return new HashMap<>(Map.of(
                "title",
                title,
                "company",
                "Globex",
                "competencies",
                List.of(Map.of("name", "Calm", "description", "Keeps it", "weight", 10)),
                "persona",
                Map.of("name", "Jo", "voice", "verse", "style", "Brief"),
                "language",
                "de-AT",
                "timeLimitSeconds",
                900));
    }
}
