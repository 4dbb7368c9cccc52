package dev.colloquy.report.reading;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static dev.colloquy.local.embedded.OidcResource.candidateBearer;
import static dev.colloquy.local.embedded.OidcResource.clientBearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.report.Play;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("P5 X1 Reading reports")
class ReportResourceTest {

    private static final String REPORTS = "/api/reports";

    @ParameterizedTest
    @ValueSource(strings = {"recruiter@acme", "reviewer@acme"})
    void showsARecruiterWhatIsInAReportAndHowItCameAbout(String user) {
        var id = written();

        given().auth()
                .oauth2(bearer(user))
                .get(REPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("complete"))
                .body("promptVersion", notNullValue())
                .body("inputHash", notNullValue())
                .body("transcriptHash", equalTo("hash"))
                .body("evaluation.competencies", hasSize(2))
                .body("evaluation.competencies[0].quotes[0].text", equalTo("I cut our deployment time"))
                .body("evaluation.droppedQuotes", equalTo(0));
    }

    @Test
    void listsTheNewestFirst() {
        written();
        var newest = written();

        given().auth()
                .oauth2(bearer("recruiter@acme"))
                .queryParam("size", 1)
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(newest))
                .body("items[0].overall", equalTo(4.5f))
                .body("items[0].durationSeconds", greaterThanOrEqualTo(0))
                .body("size", equalTo(1))
                .body("total", greaterThanOrEqualTo(2));
    }

    @Test
    void hidesOneTenantsReportsFromAnother() {
        var id = written();

        given().auth()
                .oauth2(bearer("recruiter@globex"))
                .queryParam("size", 100)
                .get(REPORTS)
                .then()
                .body("items.id", not(hasItem(id)));
        given().auth()
                .oauth2(bearer("recruiter@globex"))
                .get(REPORTS + "/" + id)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/report-not-found"));
    }

    @Test
    void givesServicesTheNewestEvaluationOfAnInterview() {
        var play = Play.good().finalised();
        play.updated();

        evaluation(play.interview.value(), "").statusCode(200).body("finalVersion", equalTo(1));
        evaluation(play.interview.value(), "?version=2").statusCode(404);
        evaluation(UUID.randomUUID(), "").statusCode(404).body("type", equalTo("/problems/report-not-found"));
    }

    @Test
    void asksServicesToWaitForAReportThatIsBeingWritten() throws SQLException {
        var play = Play.good().finalised();
        play.updated();
        try (var database = PostgresResource.ownerConnection("report");
                var statement = database.createStatement()) {
            statement.execute("set app.tenant = 'acme'");
            statement.execute("update report set state = 'WRITING' where interview_id = '" + play.interview + "'");
        }

        evaluation(play.interview.value(), "")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/report-not-finished"));
    }

    @ParameterizedTest
    @CsvSource({"page, -1", "page, 100001", "size, 0", "size, 101", "size, x"})
    void namesTheFieldThatMakesNoSense(String field, String value) {
        given().auth()
                .oauth2(bearer("recruiter@acme"))
                .queryParam(field, value)
                .get(REPORTS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].in", equalTo("query"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesOtherCallersOfReports(String bearer) {
        given().auth().oauth2(bearer).get(REPORTS).then().statusCode(403);
        given().auth()
                .oauth2(bearer)
                .get(REPORTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    static Stream<String> refusesOtherCallersOfReports() {
        return Stream.of(
                bearer("candidate@acme"),
                bearer("operator@acme"),
                bearer("admin"),
                clientBearer("session-service"),
                clientBearer("interviewer-agent"),
                candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource
    void refusesOtherCallersOfEvaluations(String bearer) {
        given().auth()
                .oauth2(bearer)
                .get("/internal/interviews/" + UUID.randomUUID() + "/evaluation")
                .then()
                .statusCode(403);
    }

    static Stream<String> refusesOtherCallersOfEvaluations() {
        return Stream.of(
                bearer("recruiter@acme"),
                bearer("admin"),
                clientBearer("interviewer-agent"),
                candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID()));
    }

    @Test
    void refusesCallersWithoutABearer() {
        given().get(REPORTS).then().statusCode(401);
        given().get(REPORTS + "/" + UUID.randomUUID()).then().statusCode(401);
        given().get("/internal/interviews/" + UUID.randomUUID() + "/evaluation")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse evaluation(UUID interview, String query) {
        return given().auth()
                .oauth2(clientBearer("session-service"))
                .get("/internal/interviews/" + interview + "/evaluation" + query)
                .then();
    }

    private static String written() {
        return Play.good().finalised().updated().path("reportId").asText();
    }
}
