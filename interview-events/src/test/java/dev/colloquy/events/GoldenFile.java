package dev.colloquy.events;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A message as some version of the product has written it: {@code golden/v1/RoomFinished[-variant].json}. */
record GoldenFile(Path path) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of every version there ever was. */
    static Stream<GoldenFile> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(GoldenFile::new).collect(toSet()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String event() {
        return path.getFileName().toString().replaceFirst("(-.*)?\\.json$", "");
    }

    boolean isOfThisVersion() {
        return path.getParent().endsWith("v" + Event.VERSION);
    }

    String topic() {
        return Topics.ALL.entrySet().stream()
                .filter(topic -> Catalogue.recordsOf(topic.getValue())
                        .anyMatch(type -> type.getSimpleName().equals(event())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No record for " + path));
    }

    ObjectNode message() {
        try {
            return (ObjectNode) JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return FOLDER.relativize(path).toString();
    }
}
