package dev.colloquy.booking.booking;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.booking.Booked;
import dev.colloquy.booking.peers.Peers;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("B5, B14: bookings as candidates and recruiters see them")
class BookingsTest {

    private static final TenantId ACME = new TenantId("acme");

    @Test
    void listsTheTenantsBookingsForRecruiters() {
        var booked = Booked.at(Booked.inMinutes(5 * 24 * 60));

        given().auth()
                .oauth2(bearer("recruiter@acme"))
                .get("/api/bookings?size=100")
                .then()
                .statusCode(200)
                .body("page", equalTo(0))
                .body("size", equalTo(100))
                .body("total", greaterThanOrEqualTo(1))
                .body("items.bookingId", hasItem(booked.answer().getString("bookingId")))
                .body("items.email", hasItem(booked.email()));
        given().auth()
                .oauth2(bearer("recruiter@globex"))
                .get("/api/bookings")
                .then()
                .statusCode(200)
                .body("items.email", not(hasItem(booked.email())));
    }

    @Test
    void refusesWhoMayNotList() {
        given().get("/api/bookings").then().statusCode(401);
        given().auth()
                .oauth2(bearer("candidate@acme"))
                .get("/api/bookings")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(bearer("recruiter@acme"))
                .get("/api/bookings?page=-1&size=1000")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("page", "size"))
                .body("violations.in", everyItem(equalTo("query")));
    }

    @Test
    void showsThePositionThatSessionServiceTold() {
        var told = position(UUID.randomUUID(), "Programmer", Booked.inMinutes(0));
        KafkaPeer.publish(told);
        KafkaPeer.publish(position(told.positionId(), "Before that", Booked.inMinutes(-10)));

        var at = Booked.inMinutes(60);
        var request = Booked.request(Booked.newEmail(), at)
                .put("positionId", told.positionId().toString());
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> Booked.post(request).statusCode(200));
        var booked = Booked.with(request, at);

        given().get("/api/bookings/" + booked.token()).then().body("positionTitle", equalTo("Programmer"));
        given().auth()
                .oauth2(bearer("recruiter@acme"))
                .get("/api/bookings?size=100")
                .then()
                .body(
                        "items.findAll { it.email == '%s' }.provider".formatted(booked.email()),
                        everyItem(equalTo("openai")));
    }

    @Test
    void endsABookingOnceItsInterviewHasEnded() {
        Peers.session().live();
        var booked = Booked.at(Booked.inMinutes(3));
        String interview = given().contentType(ContentType.JSON)
                .body("{\"token\":\"%s\"}".formatted(booked.token()))
                .post("/api/connection-details")
                .path("sessionId");
        var ended = ended(InterviewId.of(interview));

        KafkaPeer.publish(ended);
        KafkaPeer.publish(ended);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/api/bookings/" + booked.token())
                        .then()
                        .body("window", equalTo("ended"))
                        .body("resultsUrl", startsWith("http://localhost:8080/results?sessionId=" + interview)));
        given().contentType(ContentType.JSON)
                .body("{\"token\":\"%s\"}".formatted(booked.token()))
                .post("/api/connection-details")
                .then()
                .statusCode(410);
        assertEquals(
                200,
                given().post("/api/bookings/" + booked.token() + "/session-token")
                        .statusCode());
    }

    private static InterviewEnded ended(InterviewId interview) {
        var at = Booked.inMinutes(1);
        return new InterviewEnded(
                UUID.randomUUID(),
                at,
                ACME,
                interview,
                Provider.LIVEKIT,
                at,
                EndedBy.USER,
                60,
                true,
                false,
                null,
                null);
    }

    private static PositionUpdated position(UUID id, String title, Instant at) {
        return new PositionUpdated(UUID.randomUUID(), at, ACME, id, title, false, Provider.OPENAI, false);
    }
}
