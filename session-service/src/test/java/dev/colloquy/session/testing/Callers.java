package dev.colloquy.session.testing;

import static io.restassured.RestAssured.given;

import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.OidcResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Requests as different callers make them. */
public final class Callers {

    private static final Map<String, String> BEARERS = new ConcurrentHashMap<>();

    private Callers() {}

    /** A demo user, such as {@code recruiter@acme}. */
    public static RequestSpecification user(String name) {
        return with(BEARERS.computeIfAbsent(name, OidcResource::bearer));
    }

    public static RequestSpecification service() {
        return with(BEARERS.computeIfAbsent("booking-service", OidcResource::clientBearer));
    }

    public static RequestSpecification agent() {
        return with(BEARERS.computeIfAbsent("interviewer-agent", OidcResource::clientBearer));
    }

    /** The candidate of a booked interview of acme. */
    public static RequestSpecification interviewee(InterviewId interview) {
        return with(OidcResource.candidateBearer(UUID.randomUUID(), "acme", interview.value()));
    }

    public static RequestSpecification nobody() {
        return given().contentType(ContentType.JSON);
    }

    private static RequestSpecification with(String bearer) {
        return nobody().auth().oauth2(bearer);
    }
}
