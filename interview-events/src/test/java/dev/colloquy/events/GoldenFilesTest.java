package dev.colloquy.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.kafka.EventDeserializer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("K09: what one version of a service writes, another one reads")
class GoldenFilesTest {

    private static final ObjectMapper SERVICES_JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final String ALL = "dev.colloquy.events.GoldenFile#all";

    @Test
    void showEveryRecordInThisVersion() {
        assertEquals(
                Catalogue.records().map(Class::getSimpleName).collect(toSet()),
                GoldenFile.all()
                        .filter(GoldenFile::isOfThisVersion)
                        .map(GoldenFile::event)
                        .collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void areWhatTheCatalogueSays(GoldenFile file) {
        assertEquals(List.of(), Catalogue.faults(Catalogue.schema(file.event()), file.message()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void areReadable(GoldenFile file) {
        var event = read(file.topic(), file.message());
        assertEquals(file.event(), event.getClass().getSimpleName());
        assertEquals(file.topic(), event.topic());
        assertTrue(file.message().toString().contains(event.key()), "the key is one of its ids");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void areWrittenTheSameWayToday(GoldenFile file) throws JsonProcessingException {
        assumeTrue(file.isOfThisVersion());
        var event = read(file.topic(), file.message());
        assertEquals(file.message(), SERVICES_JSON.readTree(SERVICES_JSON.writeValueAsString(event)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void areReadableWithFieldsOfTheFuture(GoldenFile file) {
        var message = file.message();
        message.putObject("fieldOfTheFuture").put("a", 1);
        assertEquals(read(file.topic(), file.message()), read(file.topic(), message));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    @DisplayName("a schema that requires more, knows less or has changed a type is caught")
    void catchAnEvolutionThatIsNotAdditive(GoldenFile file) {
        var requiresMore = Catalogue.schema(file.event());
        requiresMore.withArray("required").add("fieldOfTheFuture");
        assertCaught(requiresMore, file);

        var knowsLess = Catalogue.schema(file.event());
        knowsLess.withObject("/properties").remove("eventId");
        knowsLess
                .<ArrayNode>withArray("required")
                .removeIf(name -> name.asText().equals("eventId"));
        assertCaught(knowsLess, file);

        var changedType = Catalogue.schema(file.event());
        changedType.withObject("/properties/eventId").put("type", "integer");
        assertCaught(changedType, file);
    }

    private static void assertCaught(ObjectNode schema, GoldenFile file) {
        assertFalse(Catalogue.faults(schema, file.message()).isEmpty());
    }

    private static Event read(String topic, ObjectNode message) {
        try (var deserializer = new EventDeserializer()) {
            return deserializer.deserialize(topic, message.toString().getBytes(UTF_8));
        }
    }
}
