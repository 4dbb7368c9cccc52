package dev.colloquy.webhook;

import static io.restassured.RestAssured.given;

import dev.colloquy.local.embedded.OidcResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Does over HTTP what an administrator of the platform may. */
public final class Operator {

    public static final String DELIVERIES = "/api/webhook-deliveries";

    private Operator() {}

    public static RequestSpecification admin() {
        return given().auth().oauth2(OidcResource.bearer("admin"));
    }

    public static ValidatableResponse list(Map<String, ?> filter) {
        return admin().queryParams(filter).get(DELIVERIES).then();
    }

    public static ValidatableResponse inspect(UUID id) {
        return admin().get(DELIVERIES + "/" + id).then();
    }

    public static int replay(UUID id) {
        return admin().post(DELIVERIES + "/" + id + "/replay").statusCode();
    }

    public static ValidatableResponse replayAll(Map<String, ?> filter) {
        return admin().contentType(ContentType.JSON)
                .body(filter)
                .post(DELIVERIES + "/replay")
                .then();
    }

    /** Bearers of everybody who is no administrator of the platform. */
    public static Stream<String> others() {
        return Stream.concat(
                Stream.of("recruiter@acme", "operator@acme", "candidate@acme").map(OidcResource::bearer),
                Stream.of(
                        OidcResource.clientBearer("session-service"),
                        OidcResource.clientBearer("interviewer-agent"),
                        OidcResource.candidateBearer(UUID.randomUUID(), "acme", UUID.randomUUID())));
    }
}
