package dev.colloquy.local.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A PostgreSQL server as durable as a production one, with a database per service. Each has an owner for migrations
 * and an application role that owns nothing, so that row-level security binds it.
 */
public final class EmbeddedDatabases implements AutoCloseable {

    public static final List<String> NAMES = List.of("booking", "session", "webhook", "gateway", "report");

    private static final String SUPERUSER = "postgres";

    /** zonky starts servers for throw-away tests: it switches durability off. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "300",
            "listen_addresses", "127.0.0.1",
            "password_encryption", "scram-sha-256");

    private final PartFolder folder;
    private final EmbeddedPostgres postgres;
    private final UnaryOperator<String> passwordOf;

    private EmbeddedDatabases(PartFolder folder, EmbeddedPostgres postgres, UnaryOperator<String> passwordOf) {
        this.folder = folder;
        this.postgres = postgres;
        this.passwordOf = passwordOf;
    }

    /**
     * Starts the server without any of our databases; {@link #create} adds them.
     *
     * @param port 0 for a free one
     * @param passwordOf the password of each role: {@code postgres}, {@code <database>_owner}, {@code <database>_app}
     */
    public static EmbeddedDatabases start(PartFolder folder, int port, UnaryOperator<String> passwordOf) {
        QuietLogs.apply();
        var data = folder.path().resolve("data");
        LeftoverPostmaster.clear(data);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", passwordOf.apply(SUPERUSER))
                .setPort(FreePort.orNext(port));
        SETTINGS.forEach(builder::setServerConfig);
        try {
            var databases = new EmbeddedDatabases(folder, builder.start(), passwordOf);
            databases.requirePasswords();
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + data, e);
        }
    }

    /** Creates the database with its two roles, or brings an existing one up to date. */
    public EmbeddedDatabases create(String database) {
        var owner = database + "_owner";
        var app = database + "_app";
        try (var server = connect("postgres")) {
            createRole(server, owner);
            createRole(server, app);
            if (!exists(server, "select 1 from pg_database where datname = ?", database)) {
                run(server, "create database %s owner %s".formatted(database, owner));
            }
            run(server, "revoke all on database %s from public".formatted(database));
            run(server, "grant connect on database %s to %s".formatted(database, app));
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + database + " could not be created", e);
        }
        grantTables(database, owner, app);
        return this;
    }

    public int port() {
        return postgres.getPort();
    }

    /** The address services get as DATABASE_URL. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public Map<String, String> environmentOf(String database) {
        var owner = database + "_owner";
        var app = database + "_app";
        return Map.of(
                "DATABASE_URL", url(database),
                "DATABASE_USER", app,
                "DATABASE_PASSWORD", passwordOf.apply(app),
                "DATABASE_OWNER_USER", owner,
                "DATABASE_OWNER_PASSWORD", passwordOf.apply(owner));
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }

    /** A new data folder trusts every local connection; from here on each needs its password. */
    private void requirePasswords() throws IOException {
        try (var server = connect("postgres")) {
            setPassword(server, SUPERUSER);
            Files.writeString(folder.path().resolve("data/pg_hba.conf"), """
                    local all all              scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    """);
            run(server, "select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("The password of the database superuser could not be set", e);
        }
    }

    private void createRole(Connection server, String role) throws SQLException {
        if (!exists(server, "select 1 from pg_roles where rolname = ?", role)) {
            run(server, "create role " + role);
        }
        run(server, "alter role %s login nosuperuser nocreatedb nocreaterole nobypassrls".formatted(role));
        setPassword(server, role);
    }

    private void setPassword(Connection server, String role) throws SQLException {
        try (var quote = server.prepareStatement("select format('alter role %I password %L', ?::text, ?::text)")) {
            quote.setString(1, role);
            quote.setString(2, passwordOf.apply(role));
            try (var rows = quote.executeQuery()) {
                rows.next();
                run(server, rows.getString(1));
            }
        }
    }

    private void grantTables(String database, String owner, String app) {
        try (var connection = connect(database)) {
            run(connection, """
                    alter schema public owner to %1$s;
                    revoke all on schema public from public;
                    grant usage on schema public to %2$s;
                    alter default privileges for role %1$s in schema public
                        grant select, insert, update, delete on tables to %2$s;
                    alter default privileges for role %1$s in schema public
                        grant usage, select on sequences to %2$s;
                    """.formatted(owner, app));
        } catch (SQLException e) {
            throw new IllegalStateException("Privileges in database " + database + " could not be granted", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database), SUPERUSER, passwordOf.apply(SUPERUSER));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
