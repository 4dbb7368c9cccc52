package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the servers inside this JVM log to a file: the terminal belongs to the facts of {@link Console}. */
final class StackLog {

    private static final int LARGEST = 10 * 1024 * 1024;

    private StackLog() {}

    static void writeTo(Path file) {
        try {
            var handler = new FileHandler(file.toString(), LARGEST, 1, true);
            handler.setFormatter(new SimpleFormatter());
            var root = Logger.getLogger("");
            for (var old : root.getHandlers()) {
                root.removeHandler(old);
            }
            root.addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
