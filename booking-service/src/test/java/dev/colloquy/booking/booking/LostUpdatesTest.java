package dev.colloquy.booking.booking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.colloquy.booking.Booked;
import dev.colloquy.booking.peers.Peers;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test changes a booking in a transaction of its own while the service is about to change it too. */
@QuarkusTest
@DisplayName("B6: whoever changes a booking keeps what others have changed")
class LostUpdatesTest {

    private static final Timestamp LONG_AGO = Timestamp.from(Instant.parse("2001-01-01T00:00:00Z"));
    private static final String WAITED_FOR = """
            select exists (select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid)""";

    private Connection other;

    @BeforeEach
    void begin() throws SQLException {
        Peers.session().live();
        other = PostgresResource.ownerConnection("booking");
        other.createStatement().execute("select set_config('app.tenant', 'acme', false)");
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void keepsThatTheMailIsOutWhenTheCandidateIsAdmittedMeanwhile() throws SQLException {
        var booked = Booked.at(Booked.inMinutes(3));
        set("mailed_at", booked);

        var joined = CompletableFuture.supplyAsync(() -> join(booked));
        commitWhenWaitedFor();

        assertEquals(200, joined.join());
        assertEquals(LONG_AGO, value("mailed_at", booked));
        assertNotNull(value("admitted_at", booked));
    }

    @Test
    void keepsTheAdmissionWhenTheMailGoesOutMeanwhile() throws SQLException {
        var email = Booked.newEmail();
        var at = Booked.inMinutes(3);
        Booked booked;
        Peers.mail().stop();
        try {
            booked = Booked.with(Booked.request(email, at), at);
            set("admitted_at", booked);
        } finally {
            Peers.mail().start();
        }

        commitWhenWaitedFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> value("mailed_at", booked) != null);
        assertEquals(LONG_AGO, value("admitted_at", booked));
    }

    @Test
    void keepsTheAdmissionWhenTheInterviewEndsMeanwhile() throws SQLException {
        var booked = Booked.at(Booked.inMinutes(3));
        var interview = new InterviewId((UUID) column("interview_id", booked));
        other.commit();
        set("admitted_at", booked);

        var at = Booked.inMinutes(1);
        KafkaPeer.publish(new InterviewEnded(
                UUID.randomUUID(),
                at,
                new TenantId("acme"),
                interview,
                Provider.LIVEKIT,
                at,
                EndedBy.USER,
                60,
                true,
                false,
                null,
                null));
        commitWhenWaitedFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> value("ended_at", booked) != null);
        assertEquals(LONG_AGO, value("admitted_at", booked));
    }

    private void set(String column, Booked booked) throws SQLException {
        try (var update = other.prepareStatement("update booking set " + column + " = ? where email = ?")) {
            update.setTimestamp(1, LONG_AGO);
            update.setString(2, booked.email());
            assertEquals(1, update.executeUpdate());
        }
    }

    private void commitWhenWaitedFor() throws SQLException {
        await().atMost(Duration.ofSeconds(20)).until(this::isWaitedFor);
        other.commit();
    }

    private boolean isWaitedFor() throws SQLException {
        try (var rows = other.createStatement().executeQuery(WAITED_FOR)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private Timestamp value(String column, Booked booked) throws SQLException {
        return (Timestamp) column(column, booked);
    }

    private Object column(String column, Booked booked) throws SQLException {
        try (var query = other.prepareStatement("select " + column + " from booking where email = ?")) {
            query.setString(1, booked.email());
            var rows = query.executeQuery();
            rows.next();
            return rows.getObject(1);
        }
    }

    private static int join(Booked booked) {
        return given().contentType(ContentType.JSON)
                .body(new JsonObject().put("token", booked.token()).encode())
                .post("/api/connection-details")
                .statusCode();
    }
}
