package dev.colloquy.local.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** One line per request, with the template of its path: paths themselves carry the tokens of invitation links. */
public final class AccessLog implements AutoCloseable {

    private final Writer lines;
    private final Clock clock;

    public AccessLog(Path file, Clock clock) {
        try {
            this.lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = clock;
    }

    synchronized void write(String method, String template, int status, long milliseconds) {
        try {
            lines.write("%s %s %s %d %d ms%n".formatted(clock.instant(), method, template, status, milliseconds));
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
