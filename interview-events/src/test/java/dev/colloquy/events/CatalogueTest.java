package dev.colloquy.events;

import static dev.colloquy.events.Catalogue.DOCUMENT;
import static dev.colloquy.events.Catalogue.names;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps records, topics and catalogue equal. */
class CatalogueTest {

    /** The official schema, from the npm package @asyncapi/specs (Apache-2.0). */
    private static final Path ASYNCAPI = Path.of("src/test/resources/asyncapi/3.0.0.json");

    @Test
    void isValidAsyncApi() throws IOException {
        var schema = new ObjectMapper().readTree(ASYNCAPI.toFile());
        assertEquals(List.of(), Catalogue.faults(schema, VersionFlag.V7, DOCUMENT));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        for (var reference : DOCUMENT.findValuesAsText("$ref")) {
            assertFalse(DOCUMENT.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void namesTheTopicsOfTheCode() {
        assertEquals(new TreeSet<>(Topics.ALL.keySet()), names(DOCUMENT.at("/channels")));
        Topics.ALL
                .keySet()
                .forEach(topic -> assertEquals(
                        topic, DOCUMENT.at("/channels/" + topic + "/address").asText()));
    }

    @Test
    void putsTheRecordsOfTheCodeOnEachTopic() {
        Topics.ALL.forEach((topic, type) -> assertEquals(
                Catalogue.recordsOf(type).map(Class::getSimpleName).collect(toCollection(TreeSet::new)),
                names(DOCUMENT.at("/channels/" + topic + "/messages")),
                topic));
    }

    @ParameterizedTest
    @MethodSource("dev.colloquy.events.Catalogue#records")
    @DisplayName("the schema of an event has the fields, types, values and required fields of its record")
    void hasTheSchemaOfTheRecord(Class<?> type) {
        assertEquals(RecordSchema.of(type), Catalogue.schema(type.getSimpleName()));
    }
}
