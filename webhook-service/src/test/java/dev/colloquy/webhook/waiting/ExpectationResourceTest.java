package dev.colloquy.webhook.waiting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.local.embedded.OidcResource;
import dev.colloquy.webhook.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("W6 What is waited for")
class ExpectationResourceTest {

    private static final String PATH = "/api/operations/webhook/expectations";

    private final UUID interview = UUID.randomUUID();

    @Test
    @DisplayName("is shown with how often and with what success it was asked for, and nothing that a client chose")
    void isShown() {
        insert(interview, "acme", "CONVERSATION", null, "1 hour");
        list("operator@acme", Map.of("interview", interview))
                .body("total", equalTo(1))
                .body("page", equalTo(0))
                .body("size", equalTo(50))
                .body("items[0].interviewId", equalTo(interview.toString()))
                .body("items[0].tenant", equalTo("acme"))
                .body("items[0].kind", equalTo("conversation"))
                .body("items[0].provider", equalTo("elevenlabs"))
                .body("items[0].state", equalTo("open"))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].conversationId", equalTo("conv_1"))
                .body("items[0].questions", equalTo(3))
                .body("items[0].lastAnswer", equalTo("processing"))
                .body("items[0].settledAt", nullValue())
                .body("items", everyItem(not(hasKey("clientSessionId"))));
    }

    @Test
    void isFoundByEveryCondition() {
        insert(interview, "acme", "ROOM", null, "-1 hour");
        insert(interview, "acme", "RECORDING", "EXPIRED", "-1 hour");
        insert(interview, "acme", "CONVERSATION", null, "1 hour");

        assertFound(Map.of(), "room", "recording", "conversation");
        assertFound(Map.of("state", "open"), "room", "conversation");
        assertFound(Map.of("state", "expired"), "recording");
        assertFound(Map.of("provider", "livekit"), "room", "recording");
        assertFound(Map.of("provider", "elevenlabs"), "conversation");
        assertFound(Map.of("kind", "recording"), "recording");
        assertFound(Map.of("overdue", true), "room");
        assertFound(Map.of("overdue", false), "recording", "conversation");
        assertFound(Map.of("overdue", true, "state", "open", "provider", "livekit", "kind", "room"), "room");
        assertFound(Map.of("state", "told"));
    }

    @Test
    @DisplayName("is listed page by page, the newest first")
    void isListedPageByPage() {
        insert(interview, "acme", "ROOM", null, "1 hour");
        insert(interview, "acme", "CONVERSATION", null, "1 hour");
        insert(interview, "acme", "RECORDING", null, "1 hour");
        var kinds = new ArrayList<String>();
        for (int page = 0; page < 3; page++) {
            kinds.addAll(list("admin", Map.of("interview", interview, "size", 1, "page", page))
                    .body("total", equalTo(3))
                    .extract()
                    .path("items.kind"));
        }

        assertEquals(List.of("recording", "conversation", "room"), kinds);
    }

    @Test
    @DisplayName("X1: of another tenant, or of none, is shown to administrators alone")
    void isOfATenant() {
        insert(interview, "elsewhere", "ROOM", null, "1 hour");
        insert(interview, null, "RECORDING", null, "1 hour");

        list("operator@acme", Map.of("interview", interview)).body("total", equalTo(0));
        list("admin", Map.of("interview", interview)).body("total", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "interview, 1",
        "state, lost",
        "provider, openai",
        "kind, everything",
        "overdue, perhaps",
        "page, -1",
        "size, 0"
    })
    void refusesConditionsThatMakeNoSense(String field, String value) {
        given().auth()
                .oauth2(OidcResource.bearer("operator@acme"))
                .queryParam(field, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }

    @ParameterizedTest
    @MethodSource("others")
    void isForNobodyElse(String bearer) {
        given().auth().oauth2(bearer).get(PATH).then().statusCode(403);
    }

    @Test
    void isForNobodyWithoutABearer() {
        given().get(PATH).then().statusCode(401);
    }

    static Stream<String> others() {
        return Stream.of(
                OidcResource.bearer("recruiter@acme"),
                OidcResource.bearer("candidate@acme"),
                OidcResource.clientBearer("session-service"),
                OidcResource.clientBearer("interviewer-agent"),
                OidcResource.candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID()));
    }

    private void assertFound(Map<String, Object> conditions, String... kinds) {
        given().auth()
                .oauth2(OidcResource.bearer("operator@acme"))
                .queryParam("interview", interview)
                .queryParams(conditions)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.kind", containsInAnyOrder(kinds));
    }

    private static ValidatableResponse list(String user, Map<String, ?> conditions) {
        return given().auth()
                .oauth2(OidcResource.bearer(user))
                .queryParams(conditions)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private static void insert(
            UUID interview, @Nullable String tenant, String kind, @Nullable String outcome, String deadline) {
        Database.update("""
                insert into expectation (interview_id, tenant, kind, conversation_id, client_session_id, since, deadline,
                    until, questions, last_answer, outcome, settled_at)
                values (?, ?, ?, 'conv_1', 'practice-1', clock_timestamp(), now() + cast(? as interval),
                    now() + cast(? as interval), 3, 'processing', ?, case when cast(? as text) is not null then now() end)""", interview, tenant, kind, deadline, deadline, outcome, outcome);
    }
}
