package dev.colloquy.local.embedded;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabasesTest {

    @TempDir
    Path folder;

    @Test
    void hidesRowsOfOtherTenantsFromTheApplicationRole() throws SQLException {
        try (var databases = start()) {
            databases.create("booking");
            try (var owner = connect(databases, "booking_owner")) {
                run(owner, "create table booking (tenant text, name text)");
                run(owner, "alter table booking enable row level security");
                run(owner, "alter table booking force row level security");
                run(owner, "create policy own on booking using (tenant = current_setting('app.tenant', true))");
            }
            try (var app = connect(databases, "booking_app")) {
                run(app, "set app.tenant = 'acme'");
                run(app, "insert into booking values ('acme', 'Ada')");
                assertEquals("1", value(app, "select count(*) from booking"));
                run(app, "set app.tenant = 'globex'");
                assertEquals("0", value(app, "select count(*) from booking"));
                assertThrows(SQLException.class, () -> run(app, "insert into booking values ('acme', 'Eve')"));
                assertThrows(SQLException.class, () -> run(app, "alter table booking disable row level security"));
                assertThrows(SQLException.class, () -> run(app, "create table mine (id int)"));
            }
        }
    }

    @Test
    void keepsItsDataAndTakesOverAfterACrash() throws Exception {
        try (var databases = start()) {
            databases.create("booking");
            try (var owner = connect(databases, "booking_owner")) {
                run(owner, "create table kept as select 'still here' as text");
            }
            Files.copy(pidFile(), folder.resolve("pid"));
        }
        Files.copy(folder.resolve("pid"), pidFile());
        try (var databases = start()) {
            databases.create("booking");
            try (var app = connect(databases, "booking_app")) {
                assertEquals("still here", value(app, "select text from kept"));
            }
        }
    }

    @Test
    void takesOverFromAServerThatOutlivedItsJvm() throws Exception {
        List<String> command;
        try (var databases = start()) {
            databases.create("booking");
            command = commandOfServer();
        }
        var orphan =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        var outlived = orphan.start();
        await().until(() -> Files.readString(pidFile()).contains("ready"));
        try (var databases = start();
                var app = connect(databases.create("booking"), "booking_app")) {
            assertFalse(outlived.isAlive());
            assertEquals("booking_app", value(app, "select current_user"));
        }
    }

    @Test
    void isAsDurableAsAProductionServer() throws SQLException {
        try (var databases = start();
                var app = connect(databases.create("report"), "report_app", "report")) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertEquals("on", value(app, "show " + setting), setting);
            }
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (var databases = start()) {
            databases.create("booking");
            var url = "jdbc:" + databases.url("booking");
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "booking_app", "wrong"));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "postgres", ""));
        }
    }

    @Test
    void letsARoleIntoItsOwnDatabaseOnly() {
        try (var databases = start()) {
            databases.create("booking").create("session");
            assertThrows(SQLException.class, () -> connect(databases, "session_app", "booking"));
        }
    }

    private Path pidFile() {
        return folder.resolve("data/postmaster.pid");
    }

    /** PostgreSQL refuses to run as root, except in a user namespace where root is somebody else. */
    private List<String> commandOfServer() throws IOException {
        var pid = Files.readAllLines(pidFile()).getFirst();
        var arguments = Files.readString(Path.of("/proc", pid, "cmdline")).split("\0");
        var command = new ArrayList<>(List.of(arguments));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(0, List.of("unshare", "-U"));
        }
        return command;
    }

    private EmbeddedDatabases start() {
        return EmbeddedDatabases.start(PartFolder.at(folder), 0, role -> "password-of-" + role);
    }

    private static Connection connect(EmbeddedDatabases databases, String role) throws SQLException {
        return connect(databases, role, "booking");
    }

    private static Connection connect(EmbeddedDatabases databases, String role, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + databases.url(database), role, "password-of-" + role);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
