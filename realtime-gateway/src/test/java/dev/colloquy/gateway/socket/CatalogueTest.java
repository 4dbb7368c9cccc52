package dev.colloquy.gateway.socket;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.colloquy.gateway.seat.ServerMessage;
import dev.colloquy.gateway.transcript.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keeps asyncapi.yaml and the records of the socket's messages equal. */
class CatalogueTest {

    /** Kept in the journal, so that they carry its id beside their own fields. */
    private static final Set<Class<?>> KEPT = Set.of(ServerMessage.SdpAnswer.class);

    private final JsonNode document =
            new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());

    CatalogueTest() throws IOException {}

    @Test
    void namesWhatEachSideSays() {
        assertEquals(names(ClientMessage.class), said("client-says"));
        assertEquals(names(ServerMessage.class), said("server-says"));
    }

    @Test
    @DisplayName("the payload of a message has the fields of its record")
    void hasTheFieldsOfTheRecords() {
        messages().forEach(type -> {
            var name = name(type);
            var payload = document.at("/components/messages/" + name + "/payload");
            assertEquals(name, payload.at("/properties/type/const").asText());
            assertEquals(fields(type), fields(payload), name);
        });
        assertEquals(components(Turn.class), fields(document.at("/components/schemas/Turn")));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        for (var reference : document.findValuesAsText("$ref")) {
            assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    private static Stream<Class<?>> messages() {
        return Stream.of(ClientMessage.class, ServerMessage.class)
                .flatMap(side -> Arrays.stream(side.getPermittedSubclasses()));
    }

    private TreeSet<String> said(String operation) {
        return StreamSupport.stream(
                        document.at("/operations/" + operation + "/messages").spliterator(), false)
                .map(reference -> reference.path("$ref").asText().replace("#/channels/socket/messages/", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> names(Class<?> side) {
        return Arrays.stream(side.getPermittedSubclasses())
                .map(CatalogueTest::name)
                .collect(toCollection(TreeSet::new));
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    private static TreeSet<String> fields(Class<?> type) {
        var fields = components(type);
        fields.add("type");
        if (KEPT.contains(type)) {
            fields.add("eventId");
        }
        return fields;
    }

    private static TreeSet<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> fields(JsonNode schema) {
        var fields = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
