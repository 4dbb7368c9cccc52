package dev.colloquy.booking;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A booking made over the public API. */
public record Booked(String email, Instant at, JsonObject answer) {

    public static final String PATH = "/api/schedule-interview";

    /** A request that can be booked, for this address and time. */
    public static JsonObject request(String email, Instant at) {
        return new JsonObject()
                .put("name", "Ada Lovelace")
                .put("email", email)
                .put("phone", "(555) 123-4567")
                .put("datetime", at.toString());
    }

    public static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    /** On the whole minute, so many minutes from now. */
    public static Instant inMinutes(long minutes) {
        return Clock.systemUTC().instant().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }

    public static Booked at(Instant at) {
        return with(request(newEmail(), at), at);
    }

    public static Booked with(JsonObject request, Instant at) {
        var answer = post(request).statusCode(200).extract().asString();
        return new Booked(request.getString("email"), at, new JsonObject(answer));
    }

    public static ValidatableResponse post(JsonObject request) {
        return given().contentType(ContentType.JSON)
                .body(request.encode())
                .post(PATH)
                .then();
    }

    public String token() {
        var url = answer.getString("interviewUrl");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
