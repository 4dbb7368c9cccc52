package dev.colloquy.session.position;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S1: positions")
class PositionTest {

    @Test
    void aDemoTenantHasOneDefaultPositionWhichWasPublished() {
        Callers.user("operator@acme")
                .get("/api/positions?size=100")
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
        String old = titleOf(before);
        var title = "Night Shift Lead " + UUID.randomUUID();
        var position = position(title);
        position.put("tenantDefault", true);
        var id = created(position);
        Callers.user("recruiter@globex")
                .get("/api/positions?size=100")
                .then()
                .body("items.findAll { it.tenantDefault }.title", contains(title));
        eventually(() -> {
            assertEquals(1, published(title).size());
            assertTrue(!published(old).getLast().path("tenantDefault").asBoolean());
        });
        var after = Interviews.admitted(Interviews.admission("globex"));
        assertEquals(old, titleOf(before));
        assertEquals(title, titleOf(after));

        delete(id, "\"0\"").statusCode(409).body("type", equalTo("/problems/default-position"));
        position.put("tenantDefault", false);
        change(id, "\"0\"", position).statusCode(409).body("type", equalTo("/problems/default-position"));
    }

    @Test
    void aPositionIsReadAndChangedByWhoHasSeenItsCurrentState() {
        var title = "Tester " + UUID.randomUUID();
        var id = created(position(title));
        get(id).statusCode(200)
                .header("ETag", "\"0\"")
                .body("title", equalTo(title))
                .body("personas.name", contains("Jo"))
                .body("video", equalTo(false))
                .body("version", equalTo(0));

        var wish = position(title + " II");
        wish.put("personas", List.of(persona("Ines"), persona("Theo")));
        wish.put("video", true);
        change(id, "\"0\"", wish)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo(title + " II"))
                .body("persona.name", equalTo("Ines"))
                .body("personas.name", contains("Ines", "Theo"))
                .body("video", equalTo(true));

        change(id, "\"0\"", wish).statusCode(412).body("type", equalTo("/problems/changed-meanwhile"));
        change(id, "1", wish).statusCode(412);
        delete(id, "\"0\"").statusCode(412);
        Callers.user("recruiter@globex")
                .body(wish)
                .put("/api/positions/" + id)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        Callers.user("recruiter@globex").delete("/api/positions/" + id).then().statusCode(428);
        get(id).header("ETag", "\"1\"");
        eventually(() -> assertEquals(1, published(title + " II").size()));
    }

    @Test
    @DisplayName("S1, fault S07: of many changes at once one wins, and the others are told so")
    void oneOfManyChangesWins() throws Exception {
        var id = created(position("Wanted " + UUID.randomUUID()));
        var changes = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(number -> () -> change(id, "\"0\"", position("Wanted by " + number))
                        .extract()
                        .statusCode())
                .toList();
        var answers = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var answer : pool.invokeAll(changes)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 412).count(), answers.toString());
    }

    @Test
    void aDeletedPositionIsNotOfferedButKeptForThoseWhoBookedIt() {
        var title = "Passing " + UUID.randomUUID();
        var id = created(position(title));
        delete(id, "\"0\"").statusCode(204);

        get(id).statusCode(404).body("type", equalTo("/problems/position-not-found"));
        change(id, "\"1\"", position("Again")).statusCode(404);
        delete(id, "\"1\"").statusCode(404);
        Callers.user("recruiter@globex")
                .get("/api/positions?size=100")
                .then()
                .body("items.findAll { it.id == '%s' }.size()".formatted(id), equalTo(0));
        eventually(() -> assertTrue(published(title).getLast().path("deleted").asBoolean()));
        var admission = Interviews.admission("globex");
        admission.put("positionId", id);
        assertEquals(title, titleOf(Interviews.admitted(admission)));
    }

    @Test
    void positionsArePagedNewestFirst() {
        var first = created(position("Paged " + UUID.randomUUID()));
        var second = created(position("Paged " + UUID.randomUUID()));
        page("?size=100").body("items.id", hasItems(first, second)).body("size", equalTo(100));
        page("?size=1&page=0").body("items.size()", equalTo(1)).body("total", notNullValue());
        page("?size=100&page=100000").body("items.size()", equalTo(0));
        Callers.user("recruiter@globex").get("/api/positions?size=0").then().statusCode(400);
        Callers.user("recruiter@globex").get("/api/positions?size=101").then().statusCode(400);
        Callers.user("recruiter@globex").get("/api/positions?page=-1").then().statusCode(400);
    }

    @Test
    @DisplayName("X1: another tenant's position does not exist")
    void hidesPositionsOfOthers() {
        var id = created(position("Ours " + UUID.randomUUID()));
        Callers.user("recruiter@acme").get("/api/positions/" + id).then().statusCode(404);
        Callers.user("recruiter@acme")
                .header("If-Match", "\"0\"")
                .body(position("Theirs"))
                .put("/api/positions/" + id)
                .then()
                .statusCode(404);
        Callers.user("recruiter@acme")
                .header("If-Match", "\"0\"")
                .delete("/api/positions/" + id)
                .then()
                .statusCode(404);
        get("no-id").statusCode(404);
        get(id).statusCode(200);
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var wrong = position(" ");
        wrong.put("timeLimitSeconds", 5);
        wrong.put("language", "English");
        wrong.put("competencies", List.of(competency("x", 0)));
        wrong.put("personas", List.of(persona("Jo"), persona("jo ")));
        create(wrong)
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "title", "timeLimitSeconds", "language", "competencies[0].weight", "personas"));
        wrong = position("Twice the same");
        wrong.put("competencies", List.of(competency("Calm", 1), competency("CALM", 2)));
        wrong.put("personas", List.of(persona("a"), persona("b"), persona("c")));
        create(wrong).statusCode(400).body("violations.field", containsInAnyOrder("competencies", "personas"));
        create(Map.of()).statusCode(400).body("violations.field", hasItem("persona"));
        change(UUID.randomUUID().toString(), "\"0\"", Map.of()).statusCode(400);
        change(UUID.randomUUID().toString(), "\"0\"", position("Nowhere")).statusCode(404);
        var foreign = position("x");
        foreign.put("provider", "pigeon");
        create(foreign).statusCode(400);
        Callers.user("recruiter@acme").body("[").post("/api/positions").then().statusCode(400);
        Callers.user("recruiter@acme").post("/api/positions").then().statusCode(400);
    }

    private static String created(Map<String, Object> position) {
        var answer = create(position).statusCode(201).header("ETag", "\"0\"").body("provider", nullValue());
        String id = answer.extract().path("id");
        assertTrue(answer.extract().header("Location").endsWith("/api/positions/" + id));
        return id;
    }

    private static ValidatableResponse create(Map<String, Object> position) {
        return Callers.user("recruiter@globex")
                .body(position)
                .post("/api/positions")
                .then();
    }

    private static ValidatableResponse get(String id) {
        return Callers.user("operator@globex").get("/api/positions/" + id).then();
    }

    private static ValidatableResponse change(String id, String seen, Map<String, Object> position) {
        return Callers.user("recruiter@globex")
                .header("If-Match", seen)
                .body(position)
                .put("/api/positions/" + id)
                .then();
    }

    private static ValidatableResponse delete(String id, String seen) {
        return Callers.user("recruiter@globex")
                .header("If-Match", seen)
                .delete("/api/positions/" + id)
                .then();
    }

    private static ValidatableResponse page(String query) {
        return Callers.user("recruiter@globex")
                .get("/api/positions" + query)
                .then()
                .statusCode(200);
    }

    private static String titleOf(Object interview) {
        return Callers.agent()
                .get("/api/interviews/" + interview + "/agent-context")
                .path("position.title");
    }

    private static List<JsonNode> published(String title) {
        return KafkaPeer.records(Topics.POSITION_UPDATED).stream()
                .map(message -> KafkaPeer.json(message.value()))
                .filter(position -> position.path("title").asText().equals(title))
                .toList();
    }

    private static Map<String, Object> competency(String name, int weight) {
        return Map.of("name", name, "description", "Keeps it", "weight", weight);
    }

    private static Map<String, Object> persona(String name) {
        return Map.of("name", name, "voice", "verse", "style", "Brief");
    }

    private static Map<String, Object> position(String title) {
        return new HashMap<>(Map.of(
                "title",
                title,
                "company",
                "Globex",
                "competencies",
                List.of(competency("Calm", 10)),
                "persona",
                persona("Jo"),
                "language",
                "de-AT",
                "timeLimitSeconds",
                900));
    }
}
