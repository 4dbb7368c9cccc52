package dev.colloquy.webhooks;

import dev.colloquy.local.embedded.EmbeddedDatabases;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.local.embedded.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database of a trial, on a PostgreSQL as durable as production, which can crash and come back with what it had. */
final class Database implements AutoCloseable {

    private static final String PASSWORD = "local-only";
    private static final String NAME = "webhook";

    private final Path folder;
    private EmbeddedDatabases databases;

    Database() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "database-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        databases = start(0);
        databases.create(NAME);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-database"));
    }

    Map<String, String> environment() {
        return databases.environmentOf(NAME);
    }

    /** Every backend ends at once, and nothing is written down orderly. */
    void crash() {
        Signal.QUIT.send(postmaster());
        postmaster().onExit().join();
        databases.close();
    }

    /** On the same port; the server recovers from its log. */
    void comeBack() {
        databases = start(databases.port());
    }

    /** The first column of every row. */
    List<String> rows(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:" + databases.url(NAME), "postgres", PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void close() {
        databases.close();
        new PartFolder(folder, true).close();
    }

    private EmbeddedDatabases start(int port) {
        return EmbeddedDatabases.start(PartFolder.at(folder.resolve("databases")), port, _ -> PASSWORD);
    }

    private ProcessHandle postmaster() {
        try {
            var lines = Files.readAllLines(folder.resolve("databases/data/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
