package dev.colloquy.booking;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("X1: the database keeps tenants apart, whatever the service asks")
class TenantIsolationTest {

    @BeforeEach
    void fillEveryTableOfAcme() {
        given().multiPart("file", "cv.pdf", Documents.scannedPdf())
                .post("/api/upload-resume")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Booked.request(Booked.newEmail(), Booked.inMinutes(60)).encode())
                .post(Booked.PATH)
                .then()
                .statusCode(200);
        KafkaPeer.publish(new PositionUpdated(
                UUID.randomUUID(),
                Booked.inMinutes(0),
                new TenantId("acme"),
                UUID.randomUUID(),
                "Any",
                false,
                null,
                false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "candidate", "position", "booking", "idempotent_booking"})
    void showsRowsToTheirTenantOnly(String table) throws SQLException {
        try (var connection = asTheService()) {
            Awaitility.await().until(() -> count(connection, table, "acme") > 0);
            assertEquals(0, count(connection, table, "globex"));
            assertEquals(0, count(connection, table, ""));
            assertTrue(count(connection, table, "acme") > 0);
            count(connection, table, "globex");
            assertThrows(
                    SQLException.class,
                    () -> connection
                            .createStatement()
                            .execute("insert into candidate (tenant, email) values ('acme', 'x@example.org')"));
        }
    }

    private static Connection asTheService() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("DATABASE_URL", String.class),
                config.getValue("DATABASE_USER", String.class),
                config.getValue("DATABASE_PASSWORD", String.class));
    }

    private static long count(Connection connection, String table, String tenant) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '%s', false)".formatted(tenant));
            var rows = statement.executeQuery("select count(*) from " + table);
            rows.next();
            return rows.getLong(1);
        }
    }
}
