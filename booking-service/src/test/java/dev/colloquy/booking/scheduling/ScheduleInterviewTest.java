package dev.colloquy.booking.scheduling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Booked;
import dev.colloquy.booking.Documents;
import dev.colloquy.booking.peers.Peers;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("B2, B3, B4: scheduling an interview")
class ScheduleInterviewTest {

    @Test
    void answersWithALinkAndItsEnd() {
        var at = Booked.inMinutes(60);

        Booked.post(Booked.request(Booked.newEmail(), at))
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body("ok", equalTo(true))
                .body("interviewUrl", matchesPattern("http://localhost:8080/interview/[0-9a-f]{32}"))
                .body("emailSent", equalTo(true))
                .body("recording", equalTo(false))
                .body("expiresAt", equalTo(at.plus(Duration.ofMinutes(60)).toString()));
    }

    @Test
    void mailsTheLinkWithACalendarEntry() {
        var email = Booked.newEmail();
        var request = Booked.request(email, Booked.inMinutes(60))
                .put("datetime", Booked.inMinutes(24 * 60).toString().substring(0, 16))
                .put("timeZone", "Asia/Tokyo")
                .put("consent", true);
        var booked = Booked.with(request, Booked.inMinutes(24 * 60).minus(Duration.ofHours(9)));

        var mails = Peers.mail().to(email);
        assertEquals(1, mails.size());
        var mail = mails.getFirst();
        var link = booked.answer().getString("interviewUrl");
        assertTrue(mail.text().contains(link) && mail.html().contains("href=\"" + link + "\""), mail.text());
        assertTrue(mail.text().contains("(Asia/Tokyo)") && mail.text().contains("is recorded"), mail.text());
        assertTrue(mail.text().contains(request.getString("datetime").substring(11)), mail.text());
        var calendar = mail.calendar().replace("\r\n ", "");
        assertTrue(calendar.contains("METHOD:REQUEST") && calendar.contains("SEQUENCE:0"), calendar);
        assertTrue(calendar.contains("UID:") && calendar.contains("DTSTART:"), calendar);
        assertTrue(calendar.contains("mailto:" + email) && calendar.contains(link), calendar);
    }

    @Test
    void publishesThatTheInterviewIsScheduled() throws SQLException {
        var booked = Booked.at(Booked.inMinutes(90));

        var event = KafkaPeer.await(Topics.INTERVIEW_SCHEDULED, interviewOf(booked), 1)
                .getFirst();
        assertEquals("acme", event.get("tenant").asText());
        assertEquals("livekit", event.get("provider").asText());
        assertFalse(event.toString().contains("Ada") || event.toString().contains(booked.email()));
    }

    @Test
    void storesTheHashOfTheLinkOnly() throws SQLException {
        var booked = Booked.at(Booked.inMinutes(60));
        try (var connection = PostgresResource.ownerConnection("booking");
                var rows = connection.createStatement().executeQuery("select * from booking_route")) {
            while (rows.next()) {
                assertNotEquals(booked.token(), rows.getString("token_hash"));
                assertEquals(64, rows.getString("token_hash").length());
            }
        }
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        var request = new JsonObject()
                .put("name", "R2D2\r\nBcc: all@example.org")
                .put("email", "nobody")
                .put("phone", "123")
                .put("datetime", "yesterday")
                .put("timeZone", "Mars/Olympus")
                .put("resumeUrl", "https://elsewhere.example/cv.pdf")
                .put("positionId", "first");
        Booked.post(request)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "name", "email", "phone", "datetime", "timeZone", "resumeUrl", "positionId"));
        Booked.post(new JsonObject())
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "email", "phone", "datetime"));
    }

    @Test
    void refusesFieldsThatAreTooLongToBeRead() {
        var request = Booked.request("x".repeat(500), Booked.inMinutes(60)).put("resumeText", " ".repeat(5_000_000));
        Booked.post(request).statusCode(400).body("violations.field", containsInAnyOrder("email", "resumeText"));
    }

    @Test
    void refusesATimeAtTheEndOfTime() {
        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60))
                .put("datetime", "+999999999-12-31T23:59:59-18:00");
        Booked.post(request).statusCode(400).body("violations.field", contains("datetime"));
    }

    @Test
    void refusesAResumeAndAPositionThatAreNotThere() {
        var unknown = "019a0000-0000-7000-8000-000000000000";
        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60))
                .put("resumeUrl", "/api/resumes/" + unknown)
                .put("positionId", unknown);
        Booked.post(request).statusCode(400).body("violations.field", containsInAnyOrder("resumeUrl", "positionId"));
    }

    @Test
    void booksWithAnUploadedResume() {
        String url = given().multiPart("file", "cv.pdf", Documents.pdf("Ada"))
                .post("/api/upload-resume")
                .path("resumeUrl");
        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60));
        Booked.post(request.copy().put("resumeUrl", url)).statusCode(200);
        Booked.post(request.copy().put("resumeUrl", "http://localhost:8080" + url))
                .statusCode(200);
    }

    @Test
    void refusesWhatIsNoJson() {
        given().contentType(ContentType.JSON).body("{").post(Booked.PATH).then().statusCode(400);
        given().contentType(ContentType.JSON).post(Booked.PATH).then().statusCode(400);
    }

    @Test
    void answersARepeatedRequestWithTheSameBooking() {
        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60));
        var key = UUID.randomUUID().toString();

        var first = postWith(key, request).statusCode(200).extract().asString();
        var second = postWith(key, request).statusCode(200).extract().asString();

        assertEquals(first, second);
        assertEquals(1, Peers.mail().to(request.getString("email")).size());
        postWith(key, request.copy().put("name", "Somebody Else"))
                .statusCode(409)
                .body("type", equalTo("/problems/idempotency-conflict"));
        postWith("short", request).statusCode(400).body("violations[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void booksOnceWhenTheSameRequestComesTwiceAtATime() {
        var request = Booked.request(Booked.newEmail(), Booked.inMinutes(60));
        var key = UUID.randomUUID().toString();

        var first = CompletableFuture.supplyAsync(() -> postWith(key, request));
        var second = CompletableFuture.supplyAsync(() -> postWith(key, request));

        assertEquals(
                first.join().statusCode(200).extract().<String>path("interviewUrl"),
                second.join().statusCode(200).extract().<String>path("interviewUrl"));
    }

    @Test
    void booksWhileSmtpIsDownAndSendsLater() {
        booksWithoutMail(Peers.mail()::stop);
    }

    @Test
    void booksWhileSmtpHangsAndSendsLater() {
        booksWithoutMail(Peers.mail()::hang);
    }

    private static void booksWithoutMail(Runnable outage) {
        var email = Booked.newEmail();
        outage.run();
        try {
            Booked.post(Booked.request(email, Booked.inMinutes(60)))
                    .statusCode(200)
                    .body("emailSent", equalTo(false));
        } finally {
            Peers.mail().start();
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Peers.mail().to(email).isEmpty());
        var link = Peers.mail().to(email).getFirst().text().replaceAll("(?s).*/interview/([0-9a-f]{32}).*", "$1");
        given().get("/api/bookings/" + link).then().statusCode(200);
    }

    private static ValidatableResponse postWith(String key, JsonObject request) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(request.encode())
                .post(Booked.PATH)
                .then();
    }

    private static String interviewOf(Booked booked) throws SQLException {
        try (var connection = PostgresResource.ownerConnection("booking");
                var statement = connection.prepareStatement("select interview_id from booking where email = ?")) {
            connection.createStatement().execute("select set_config('app.tenant', 'acme', false)");
            statement.setString(1, booked.email());
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString("interview_id");
        }
    }
}
