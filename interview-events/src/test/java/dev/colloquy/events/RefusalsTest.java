package dev.colloquy.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.colloquy.events.kafka.EventDeserializer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema refuses, the reader of events refuses, and the other way round. */
class RefusalsTest {

    private static final String GOLDEN = "dev.colloquy.events.GoldenFile#all";
    private static final String FINISHED = """
            {"type": "room_finished", "eventId": "01935d2e-7c00-7000-8000-000000000001", "roomSid": "RM_x",
             "occurredAt": "2026-11-21T10:15:30Z", "interviewId": "01935d2e-7c00-7000-8000-0000000000aa"}""";

    private final EventDeserializer reader = new EventDeserializer();

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void refusesAMessageWithoutARequiredField(GoldenFile file) {
        for (var field : Catalogue.schema(file.event()).path("required")) {
            var without = file.message();
            without.remove(field.asText());
            assertRefused(file, without);
            assertRefused(file, file.message().putNull(field.asText()));
        }
    }

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void refusesAValueOfAnotherType(GoldenFile file) {
        for (var field : file.message().properties()) {
            var value = field.getValue();
            var ofAnotherType = value.isTextual() ? IntNode.valueOf(5) : TextNode.valueOf(value.asText());
            assertRefused(file, file.message().set(field.getKey(), ofAnotherType));
        }
    }

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void refusesAValueThatIsNotAmongTheKnown(GoldenFile file) {
        Catalogue.schema(file.event()).path("properties").properties().stream()
                .filter(property -> property.getValue().has("enum")
                        || property.getValue().has("const")
                        || property.getValue().has("format"))
                .filter(property -> file.message().has(property.getKey()))
                .forEach(property -> assertRefused(file, file.message().put(property.getKey(), "unheard-of")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "[]", "5", "{", "{\"a\":}", "{} secret", "secret"})
    void refusesWhatIsNoObject(@Nullable String value) {
        var refusal = assertThrows(
                SerializationException.class,
                () -> reader.deserialize(Topics.ROOM_EVENTS, value == null ? null : value.getBytes(UTF_8)));
        assertFalse(refusal.toString().contains("secret"), refusal::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            room_finished | elsewhere        | event of room-events refused: its type is missing or not known here
            "type"        | "kind"           | event of room-events refused: its type is missing or not known here
            RM_x"         | RM_x", "version": 2 | event version 2 of room-events is not known here; this service reads 1
            "roomSid"     | "roomName"       | event of room-events refused: roomSid is missing
            "RM_x"        | 5                | event of room-events refused: roomSid has the wrong type
            01935d2e-7c00-7000-8000-0000000000aa | secret | event of room-events refused: interviewId has a value that is not allowed
            """, quoteCharacter = '\'')
    @DisplayName("says what is wrong without quoting the message")
    void saysWhatIsWrong(String part, String replacement, String reason) {
        var message = FINISHED.replace(part, replacement).getBytes(UTF_8);
        var refusal = assertThrows(SerializationException.class, () -> reader.deserialize(Topics.ROOM_EVENTS, message));
        assertEquals(reason, refusal.getMessage());
        assertEquals(null, refusal.getCause());
    }

    @Test
    void takesAMessageWithoutAVersionForTheFirst() {
        assertEquals(
                1,
                reader.deserialize(Topics.ROOM_EVENTS, FINISHED.getBytes(UTF_8)).version());
    }

    @Test
    void refusesATopicThatIsNotOfEvents() {
        assertThrows(SerializationException.class, () -> reader.deserialize("payments", "{}".getBytes(UTF_8)));
    }

    private void assertRefused(GoldenFile file, JsonNode message) {
        assertFalse(Catalogue.faults(Catalogue.schema(file.event()), message).isEmpty(), message::toString);
        assertThrows(
                SerializationException.class,
                () -> reader.deserialize(file.topic(), message.toString().getBytes(UTF_8)),
                message::toString);
    }
}
