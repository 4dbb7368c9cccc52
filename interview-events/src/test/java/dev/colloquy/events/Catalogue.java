package dev.colloquy.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The catalogue of events, asyncapi.yaml, and what its schemas say of a message. */
final class Catalogue {

    static final JsonNode DOCUMENT = read();

    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Catalogue() {}

    static Stream<Class<?>> records() {
        return Topics.ALL.values().stream().flatMap(Catalogue::recordsOf);
    }

    static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses());
    }

    /** A copy of the schema of an event, by the record's name. */
    static ObjectNode schema(String event) {
        return DOCUMENT.at("/components/schemas/" + event).deepCopy();
    }

    /** What is wrong with a message; a field the schema does not know is wrong, too. */
    static List<String> faults(ObjectNode schema, JsonNode message) {
        return faults(schema.deepCopy().put("additionalProperties", false), VersionFlag.V202012, message);
    }

    static List<String> faults(JsonNode schema, VersionFlag version, JsonNode message) {
        return JsonSchemaFactory.getInstance(version).getSchema(schema, FORMATS_COUNT).validate(message).stream()
                .map(Object::toString)
                .toList();
    }

    static TreeSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
