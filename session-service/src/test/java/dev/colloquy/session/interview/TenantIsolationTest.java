package dev.colloquy.session.interview;

import static dev.colloquy.session.testing.Interviews.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionTest
class TenantIsolationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant",
                "position",
                "interview",
                "transcript_entry",
                "transcript_checkpoint",
                "final_version",
                "dispute",
                "provider_key",
                "signal"
            })
    @DisplayName("X1: row-level security alone hides a tenant's rows from every other one, and all from nobody")
    void showsOnlyTheTenantsOwnRows(String table) throws SQLException {
        fillEveryTable();
        var column = table.equals("tenant") ? "id" : "tenant";
        try (var database = connection()) {
            assertTrue(count(database, table, column, "acme") > 0);
            assertEquals(0, count(database, table, column, "globex"));
            assertEquals(0, count(database, table, column, ""));
        }
    }

    private static void fillEveryTable() {
        var admission = Interviews.admission("acme");
        admission.put("consent", false);
        var id = Interviews.admitted(admission);
        Callers.agent()
                .body(Map.of("entries", List.of(said("ai", "Welcome")), "completed", true))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
        Callers.interviewee(id)
                .body(Map.of("note", "Not what I said"))
                .post("/api/interviews/" + id + "/dispute")
                .then()
                .statusCode(202);
        Interviews.end(id);
        Callers.service()
                .body(Map.of("signals", List.of(Map.of("kind", "offer", "content", "v=0"))))
                .post("/internal/interviews/" + id + "/signalling")
                .then()
                .statusCode(204);
        Callers.user("admin")
                .body(Map.of("key", "sk-of-acme"))
                .put("/api/tenants/acme/provider-keys/openai")
                .then()
                .statusCode(204);
    }

    /** How many of acme's rows the service sees on behalf of a tenant. */
    private static int count(Connection database, String table, String column, String tenant) throws SQLException {
        try (var bind = database.prepareStatement("select set_config('app.tenant', ?, false)");
                var query = database.prepareStatement(
                        "select count(*) from %s where %s = 'acme'".formatted(table, column))) {
            bind.setString(1, tenant);
            bind.execute();
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static Connection connection() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("DATABASE_URL", String.class),
                config.getValue("DATABASE_USER", String.class),
                config.getValue("DATABASE_PASSWORD", String.class));
    }
}
