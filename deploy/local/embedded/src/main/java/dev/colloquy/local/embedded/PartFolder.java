package dev.colloquy.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a part keeps its data: a given folder that outlives the part, or a temporary one that goes with it. */
public record PartFolder(Path path, boolean temporary) implements AutoCloseable {

    public static PartFolder at(Path path) {
        try {
            return new PartFolder(Files.createDirectories(path).toAbsolutePath().normalize(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PartFolder temporary(String name) {
        try {
            return new PartFolder(Files.createTempDirectory("colloquy-" + name), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
