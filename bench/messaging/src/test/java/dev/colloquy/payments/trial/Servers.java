package dev.colloquy.payments.trial;

import dev.colloquy.local.embedded.EmbeddedDatabases;
import dev.colloquy.local.embedded.EmbeddedKafka;
import dev.colloquy.local.embedded.FreePort;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.local.embedded.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka of all trials in this JVM, as durable as production. Either can be stopped, and started again on
 * the same port with what it had.
 */
final class Servers {

    static final String PASSWORD = "local-only";

    private static final Servers RUNNING = new Servers();

    private final Path folder;
    private final int brokerPort = FreePort.next();
    private EmbeddedDatabases databases;
    private @Nullable EmbeddedKafka kafka;

    private Servers() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "servers-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        databases = EmbeddedDatabases.start(PartFolder.at(folder.resolve("databases")), 0, _ -> PASSWORD);
        startBroker();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-servers"));
    }

    static Servers running() {
        return RUNNING;
    }

    EmbeddedDatabases databases() {
        return databases;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    void stopBroker() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    void startBroker() {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(PartFolder.at(folder.resolve("kafka")), brokerPort);
        }
    }

    /** Every backend ends at once, and nothing is written down orderly: the next start recovers from the log. */
    void crashDatabase() {
        Signal.QUIT.send(postmaster());
        postmaster().onExit().join();
        databases.close();
    }

    void startDatabase() {
        databases =
                EmbeddedDatabases.start(PartFolder.at(folder.resolve("databases")), databases.port(), _ -> PASSWORD);
    }

    private ProcessHandle postmaster() {
        try {
            var lines = Files.readAllLines(folder.resolve("databases/data/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        stopBroker();
        databases.close();
        new PartFolder(folder, true).close();
    }
}
