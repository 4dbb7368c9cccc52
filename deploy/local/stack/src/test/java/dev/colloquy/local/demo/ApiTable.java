package dev.colloquy.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The served rows of {@code docs/api.md}, internal ones included. */
record ApiTable(List<Row> rows) {

    /** One path and who may call it. */
    record Row(String method, String path, String service, Set<String> callers) {

        /** Known by something else than a bearer: a link token, a signature, a ticket, or nothing at all. */
        boolean needsNoBearer() {
            return callers.stream().anyMatch(Set.of("anonymous", "link", "provider", "ticket")::contains);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ApiTable read() {
        try (var lines = Files.lines(Path.of("../../../docs/api.md"))) {
            return new ApiTable(lines.filter(line -> line.matches("\\| (GET|POST|PUT|DELETE|WS) \\|.*"))
                    .map(ApiTable::cells)
                    .filter(cells -> cells.get(4).equals("served"))
                    .map(cells -> new Row(
                            cells.get(0),
                            cells.get(1),
                            cells.get(2),
                            Set.of(cells.get(3).split(" "))))
                    .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
