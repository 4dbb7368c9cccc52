package dev.colloquy.booking.joining;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Booked;
import dev.colloquy.booking.Documents;
import dev.colloquy.booking.TestClock;
import dev.colloquy.booking.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("B5, B6, B7: joining with the link")
class ConnectionDetailsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    TestClock clock;

    @BeforeEach
    void admitEverybody() {
        Peers.session().live();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void givesASeatAfterAdmission() {
        String resume = given().multiPart("file", "cv.pdf", Documents.pdf("I wrote the first program"))
                .post("/api/upload-resume")
                .path("resumeUrl");
        var at = Booked.inMinutes(3);
        var request = Booked.request(Booked.newEmail(), at)
                .put("resumeUrl", resume)
                .put("resumeText", "not what the file says")
                .put("consent", true);
        var booked = Booked.with(request, at);

        var answer = new JsonObject(join(booked.token())
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body("serverUrl", equalTo("ws://livekit.example:7880"))
                .body("server_url", equalTo("ws://livekit.example:7880"))
                .body("participantName", equalTo("candidate"))
                .body("provider", equalTo("livekit"))
                .body("sessionToken", notNullValue())
                .body("iceServers.size()", equalTo(0))
                .extract()
                .asString());

        var interview = answer.getString("sessionId");
        assertEquals("iv_" + interview, answer.getString("roomName"));
        assertEquals(answer.getString("participantToken"), answer.getString("participant_token"));
        var told = Peers.session().admission(interview);
        assertEquals("acme", told.getString("tenant"));
        assertEquals("Ada", told.getString("firstName"));
        assertEquals("I wrote the first program", told.getString("resumeText"));
        assertEquals("livekit", told.getString("provider"));
        assertTrue(told.getBoolean("consent"));
        assertTrue(Peers.session().bearer(interview).startsWith("Bearer ey"));
    }

    @Test
    void limitsTheRoomTokenToOneRoomAndTellsTheAgentTheIdOnly() {
        var answer = seat(Booked.at(Booked.inMinutes(3)));

        var claims = claims(answer.getString("participantToken"));
        var interview = answer.getString("sessionId");
        assertEquals("candidate-" + interview, claims.getString("sub"));
        assertTrue(claims.getLong("exp") - claims.getLong("nbf") <= 600);
        var video = claims.getJsonObject("video");
        assertEquals(answer.getString("roomName"), video.getString("room"));
        assertEquals(new JsonArray().add("microphone").add("camera"), video.getJsonArray("canPublishSources"));
        assertFalse(video.getBoolean("canUpdateOwnMetadata"));
        assertEquals(
                Set.of(
                        "roomJoin",
                        "room",
                        "canPublish",
                        "canPublishSources",
                        "canSubscribe",
                        "canPublishData",
                        "canUpdateOwnMetadata"),
                video.fieldNames());
        var agent = claims.getJsonObject("roomConfig").getJsonArray("agents").getJsonObject(0);
        assertEquals("my-interviewer", agent.getString("agent_name"));
        assertEquals(new JsonObject().put("interviewId", interview), new JsonObject(agent.getString("metadata")));
        assertNull(claims.getString("metadata"));
    }

    @Test
    void issuesABearerThatThePublishedKeyProves() throws JoseException, InvalidJwtException {
        var booked = Booked.at(Booked.inMinutes(3));
        var answer = seat(booked);
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        var claims = new JwtConsumerBuilder()
                .setVerificationKey(keys.getJsonWebKeys().getFirst().getKey())
                .setExpectedAudience("colloquy")
                .setRequireExpirationTime()
                .build()
                .processToClaims(answer.getString("sessionToken"));

        assertEquals(answer.getString("sessionId"), claims.getClaimValueAsString("interview"));
        assertEquals("acme", claims.getClaimValueAsString("tenant"));
        assertEquals("[interviewee]", claims.getClaimValueAsString("groups"));
        assertEquals(1, keys.getJsonWebKeys().size());
        assertFalse(keys.toJson().contains("\"d\""));
    }

    @Test
    void handsOutTheSameBearerUntilHalfItsLifeIsOver() {
        var at = Booked.inMinutes(30);
        var booked = Booked.at(at);
        clock.set(at);
        var first = renewed(booked);
        clock.set(at.plus(Duration.ofMinutes(7)));
        assertEquals(first, renewed(booked));
        clock.set(at.plus(Duration.ofMinutes(8)));
        assertNotEquals(first, renewed(booked));
    }

    @Test
    void opensFiveMinutesBeforeTheTime() {
        var at = Booked.inMinutes(30);
        var booked = Booked.at(at);
        var opens = at.minus(Duration.ofMinutes(5));

        clock.set(opens.minus(SECOND));
        show(booked, "early");
        join(booked.token())
                .statusCode(403)
                .body("title", equalTo("Your interview has not started yet"))
                .body("opensAt", equalTo(opens.toString()));
        given().post("/api/bookings/" + booked.token() + "/session-token")
                .then()
                .statusCode(403);
        clock.set(opens);
        show(booked, "open");
        join(booked.token()).statusCode(200);
    }

    @Test
    void closesAnHourAfterTheTimeButNotForWhoWasIn() {
        var at = Booked.inMinutes(30);
        var late = Booked.at(at);
        var punctual = Booked.at(at);
        var closes = at.plus(Duration.ofMinutes(60));

        clock.set(closes);
        show(late, "open");
        join(punctual.token()).statusCode(200);
        clock.set(closes.plus(SECOND));
        show(late, "late");
        join(late.token()).statusCode(410).body("title", equalTo("Interview window has expired"));
        show(punctual, "open");
        join(punctual.token()).statusCode(200);
    }

    @Test
    void answersEveryUnknownLinkAlike() {
        for (var token : new String[] {"0".repeat(32), "x", "0".repeat(31), "%20"}) {
            given().get("/api/bookings/" + token)
                    .then()
                    .statusCode(404)
                    .header("Referrer-Policy", "no-referrer")
                    .body("type", equalTo("/problems/booking-not-found"));
        }
        join("0".repeat(32)).statusCode(404).body("type", equalTo("/problems/booking-not-found"));
        given().post("/api/bookings/" + "0".repeat(32) + "/session-token")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesAnotherAgentAndAMissingToken() {
        var booked = Booked.at(Booked.inMinutes(3));
        post(body(booked.token(), "somebody-else"))
                .statusCode(400)
                .body("violations[0].field", equalTo("room_config.agents"));
        post(new JsonObject()).statusCode(400).body("violations[0].field", equalTo("token"));
        post(new JsonObject().put("token", booked.token())).statusCode(200);
    }

    @Test
    void letsNobodyInWhileSessionServiceIsDown() {
        var at = Booked.inMinutes(30);
        var booked = Booked.at(at);
        clock.set(at);
        Peers.session().answersOnly(503);
        join(booked.token())
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/session-unavailable"));

        // the failed join does not count as the first admission
        Peers.session().live();
        clock.set(at.plus(Duration.ofMinutes(61)));
        join(booked.token()).statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500})
    void asksToComeBackWhenSessionServiceMayAnswerLater(int status) {
        var booked = Booked.at(Booked.inMinutes(3));
        Peers.session().answersOnly(status);
        join(booked.token()).statusCode(503).header("Retry-After", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409})
    void doesNotAskToComeBackWhenSessionServiceRefuses(int status) {
        var booked = Booked.at(Booked.inMinutes(3));
        Peers.session().answersOnly(status);
        join(booked.token())
                .statusCode(409)
                .header("Retry-After", nullValue())
                .body("type", equalTo("/problems/interview-not-set-up"));
    }

    @Test
    void refusesWhatIsTooLongToBeAToken() {
        join("0".repeat(201)).statusCode(400).body("violations[0].field", equalTo("token"));
    }

    @Test
    void pointsToTheResultsWhenTheInterviewIsOver() {
        var booked = Booked.at(Booked.inMinutes(3));
        var interview = seat(booked).getString("sessionId");
        Peers.session().ended();
        join(booked.token())
                .statusCode(410)
                .body("type", equalTo("/problems/interview-over"))
                .body("resultsUrl", equalTo("http://localhost:8080/results?sessionId=" + interview));
    }

    private static void show(Booked booked, String window) {
        given().get("/api/bookings/" + booked.token())
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body("window", equalTo(window))
                .body("name", equalTo("Ada Lovelace"))
                .body("scheduledAt", equalTo(booked.at().toString()))
                .body("timeZone", equalTo("UTC"))
                .body("consentText", notNullValue())
                .body("resultsUrl", nullValue());
    }

    private static String renewed(Booked booked) {
        return given().post("/api/bookings/" + booked.token() + "/session-token")
                .then()
                .statusCode(200)
                .body("expiresAt", notNullValue())
                .extract()
                .path("sessionToken");
    }

    private static JsonObject seat(Booked booked) {
        return new JsonObject(join(booked.token()).statusCode(200).extract().asString());
    }

    private static ValidatableResponse join(String token) {
        return post(body(token, "my-interviewer"));
    }

    private static JsonObject body(String token, String agent) {
        var agents = new JsonArray().add(new JsonObject().put("agent_name", agent));
        return new JsonObject()
                .put("room_config", new JsonObject().put("agents", agents))
                .put("room_name", "a-room-of-my-own")
                .put("token", token);
    }

    private static ValidatableResponse post(JsonObject body) {
        return given().contentType(ContentType.JSON)
                .body(body.encode())
                .post("/api/connection-details")
                .then();
    }

    private static JsonObject claims(String jwt) {
        var payload = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }
}
