package dev.colloquy.local.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Gives a Quarkus test a real PostgreSQL. Argument {@code database}: which one of {@link EmbeddedDatabases#NAMES}. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String PART = "postgres";
    private static final String PASSWORD = "test";

    private String database = "";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "");
        if (!EmbeddedDatabases.NAMES.contains(database)) {
            throw new IllegalArgumentException("Argument database must be one of " + EmbeddedDatabases.NAMES);
        }
    }

    @Override
    public Map<String, String> start() {
        return OncePerJvm.start(PART + "." + database, this::startServer);
    }

    /** A connection that row-level security does not bind, to prepare and to check what a test needs. */
    public static Connection ownerConnection(String database) throws SQLException {
        var name = PART + "." + database;
        return DriverManager.getConnection(
                "jdbc:" + OncePerJvm.fact(name, "DATABASE_URL"),
                OncePerJvm.fact(name, "DATABASE_OWNER_USER"),
                OncePerJvm.fact(name, "DATABASE_OWNER_PASSWORD"));
    }

    @Override
    public void stop() {
        // Other tests of this JVM may still use it.
    }

    private OncePerJvm.Running startServer() {
        var server = EmbeddedDatabases.start(PartFolder.temporary(PART), 0, _ -> PASSWORD);
        return new OncePerJvm.Running(server, server.create(database).environmentOf(database));
    }
}
