package dev.colloquy.booking;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("X5: what no resource takes is answered with a problem")
class RefusalTest {

    private static final String BOOKINGS = "/api/bookings";

    @ParameterizedTest
    @DisplayName("that names the field and what it takes")
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | '' | must be an object",
                "{ | '' | is not JSON that can be read, see line 1, column 2",
                "{\"name\": {}} | name | must be text",
                "{\"consent\": \"Zoe\"} | consent | must be true or false",
                "{\"timezone\": \"Zoe\"} | timezone | is not known here, did you mean timeZone?",
            })
    void namesTheField(String body, String field, String message) {
        problem(
                        given().contentType(ContentType.JSON)
                                .body(body)
                                .post(Booked.PATH)
                                .then(),
                        400,
                        "invalid-request")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].in", equalTo("body"))
                .body("violations[0].message", equalTo(message))
                .body(not(containsString("Zoe")))
                .body(not(containsString("dev.colloquy")));
    }

    @Test
    @DisplayName("that names a parameter which is no number")
    void namesTheParameter() {
        problem(as("recruiter@acme", BOOKINGS + "?page=abc"), 400, "invalid-request")
                .body("violations[0].field", equalTo("page"))
                .body("violations[0].in", equalTo("query"))
                .body("violations[0].message", equalTo("must be a whole number"));
    }

    @Test
    @DisplayName("that asks for a bearer")
    void asksForABearer() {
        for (var request : new ValidatableResponse[] {
            given().get(BOOKINGS).then(),
            given().auth().oauth2("no.such.bearer").get(BOOKINGS).then()
        }) {
            problem(request, 401, "unauthorized").header("WWW-Authenticate", equalToIgnoringCase("Bearer"));
        }
        problem(as("candidate@acme", BOOKINGS), 403, "forbidden");
    }

    @Test
    @DisplayName("that says why nothing is found")
    void saysWhyNothingIsFound() {
        problem(given().get("/api/nothing").then(), 404, "unknown-path");
        problem(as("recruiter@acme", "/api/resumes/no-id"), 404, "unknown-path");
    }

    @Test
    @DisplayName("that says which methods and media types are taken")
    void saysWhatIsTaken() {
        problem(given().delete(Booked.PATH).then(), 405, "wrong-method");
        problem(
                given().auth()
                        .oauth2(bearer("recruiter@acme"))
                        .accept("text/csv")
                        .get(BOOKINGS)
                        .then(),
                406,
                "not-acceptable");
        problem(
                given().contentType(ContentType.TEXT)
                        .body("Ada")
                        .post(Booked.PATH)
                        .then(),
                415,
                "unsupported-media-type");
    }

    private static ValidatableResponse as(String user, String path) {
        return given().auth().oauth2(bearer(user)).get(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
    }
}
