package dev.colloquy.local.stack;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The end of a log, as much as one wants to read in a terminal. */
final class LogTail {

    private static final int LINES = 15;
    private static final int BYTES = 65_536;

    private LogTail() {}

    static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var end = new byte[(int) Math.min(BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(LogTail::readable)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(there is no log)";
        }
    }

    /** Services log JSON: a person wants the level and the message of it. */
    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var entry = new JsonObject(line);
            var exception = entry.getJsonObject("exception", new JsonObject());
            return "%s %s %s"
                    .formatted(
                            entry.getString("level", ""),
                            entry.getString("message", ""),
                            exception.getString("message", ""))
                    .strip();
        } catch (DecodeException | ClassCastException e) {
            return line;
        }
    }
}
