package dev.colloquy.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another stack runs on the same data. */
public final class AlreadyRunning extends RuntimeException {

    AlreadyRunning(Path data) {
        super("Colloquy is already running" + address(data) + " with the data in " + data);
    }

    private static String address(Path data) {
        try (var lines = Files.lines(RunFolder.environmentFile(data))) {
            return lines.filter(line -> line.startsWith("COLLOQUY_URL="))
                    .map(line -> " at " + line.substring("COLLOQUY_URL=".length()))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
