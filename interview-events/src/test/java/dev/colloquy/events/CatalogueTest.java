package dev.colloquy.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps records, topics, catalogue and golden files equal. */
class CatalogueTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");
    private static final JsonNode CATALOGUE = readCatalogue();

    static Stream<Class<?>> records() {
        return Topics.ALL.values().stream().flatMap(CatalogueTest::recordsOf);
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses());
    }

    @Test
    void namesTheSameTopicsAsTheCatalogue() {
        assertEquals(new TreeSet<>(Topics.ALL.keySet()), names(CATALOGUE.at("/channels")));
    }

    @Test
    void putsTheSameRecordsOnEachTopicAsTheCatalogue() {
        Topics.ALL.forEach((topic, type) -> assertEquals(
                recordsOf(type).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)),
                names(CATALOGUE.at("/channels/" + topic + "/messages")),
                topic));
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasTheSameFieldsAsItsSchema(Class<?> type) {
        var schema = CATALOGUE.at("/components/schemas/" + type.getSimpleName() + "/properties");
        var fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (isInFamily(type)) {
            fields.add("type");
        }
        assertEquals(fields, names(schema));
    }

    @ParameterizedTest
    @MethodSource("records")
    @DisplayName("a message written once stays readable, and is written the same way today")
    void readsAndWritesItsGoldenFile(Class<?> type) throws IOException {
        var golden =
                JSON.readTree(GOLDEN.resolve(type.getSimpleName() + ".json").toFile());
        var family = Topics.ALL.values().stream()
                .filter(candidate -> candidate.isAssignableFrom(type))
                .findFirst()
                .orElseThrow();
        var event = JSON.treeToValue(golden, family);
        assertEquals(type, event.getClass());
        assertEquals(golden, JSON.readTree(JSON.writeValueAsString(event)));
        assertTrue(Topics.ALL.get(event.topic()).isInstance(event));
        assertTrue(golden.toString().contains(event.key()), "the key is one of its ids");
    }

    @ParameterizedTest
    @MethodSource("records")
    void ignoresFieldsOfALaterVersion(Class<?> type) throws IOException {
        var golden = (com.fasterxml.jackson.databind.node.ObjectNode)
                JSON.readTree(GOLDEN.resolve(type.getSimpleName() + ".json").toFile());
        golden.put("fieldOfTheFuture", Map.of("a", 1).toString());
        assertEquals(type, JSON.treeToValue(golden, type).getClass());
    }

    @Test
    void hasNoGoldenFileWithoutARecord() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            var names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());
            Set<String> expected = records().map(Class::getSimpleName).collect(Collectors.toSet());
            assertEquals(expected, names);
        }
    }

    private static boolean isInFamily(Class<?> type) {
        return RoomEvent.class.isAssignableFrom(type) || ConnectionEvent.class.isAssignableFrom(type);
    }

    private static TreeSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode readCatalogue() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
