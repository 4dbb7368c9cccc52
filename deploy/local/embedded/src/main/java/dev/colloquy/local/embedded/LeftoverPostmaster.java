package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a crash of the JVM leaves behind in a PostgreSQL folder: a server that still runs, or only its pid file. Both
 * would keep the next server from starting.
 */
final class LeftoverPostmaster {

    private LeftoverPostmaster() {}

    static void clear(Path data) {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            running(pidFile).ifPresent(LeftoverPostmaster::stop);
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        var pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .filter(process -> lines.size() > 1 && servesFolder(process, lines.get(1)));
    }

    private static boolean servesFolder(ProcessHandle process, String folder) {
        try {
            var commandLine = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return commandLine.contains(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait until every client has gone. */
    private static void stop(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        } catch (Exception e) {
            throw new IllegalStateException("An old PostgreSQL (pid " + postmaster.pid() + ") does not stop", e);
        }
    }
}
