package dev.colloquy.events.kafka;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.Event;
import dev.colloquy.events.Topics;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of every topic. What the catalogue does not allow is refused here, before a consumer sees it; fields
 * it does not know are ignored. A refusal says what is wrong and never quotes the message, for reasons end up in logs.
 */
public final class EventDeserializer implements Deserializer<Event> {

    /** Its own, so that no setting of a service matters. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private static final JsonNode KNOWN_VERSION = IntNode.valueOf(Event.VERSION);

    @Override
    public Event deserialize(String topic, byte @Nullable [] value) {
        var type = Topics.ALL.get(topic);
        if (type == null) {
            throw new SerializationException(topic + " is not a topic of events");
        }
        var message = parsed(topic, value);
        requireKnownVersion(topic, message);
        var event = bound(topic, message, type);
        JsonNode asWrittenHere = JSON.valueToTree(event);
        for (var component : event.getClass().getRecordComponents()) {
            requireAsWritten(topic, component, message, asWrittenHere);
        }
        return event;
    }

    private static JsonNode parsed(String topic, byte @Nullable [] value) {
        if (value == null) {
            throw refusal(topic, "it has no value");
        }
        try {
            var message = JSON.readTree(value);
            if (message.isObject()) {
                return message;
            }
        } catch (IOException _) {
            // Its text may quote the message.
        }
        throw refusal(topic, "it is not a JSON object");
    }

    private static void requireKnownVersion(String topic, JsonNode message) {
        var version = message.path("version");
        if (!version.isMissingNode() && !version.equals(KNOWN_VERSION)) {
            throw new SerializationException("event version %d of %s is not known here; this service reads %d"
                    .formatted(version.intValue(), topic, Event.VERSION));
        }
    }

    private static Event bound(String topic, JsonNode message, Class<? extends Event> type) {
        try {
            return JSON.treeToValue(message, type);
        } catch (JsonProcessingException e) {
            throw refusal(topic, whatIsWrong(e));
        }
    }

    private static String whatIsWrong(JsonProcessingException failure) {
        return switch (failure) {
            case InvalidTypeIdException _ -> "its type is missing or not known here";
            case JsonMappingException e
            when !e.getPath().isEmpty() ->
                "%s has a value that is not allowed"
                        .formatted(e.getPath().getFirst().getFieldName());
            default -> "it cannot be read";
        };
    }

    /** A lenient reader takes 5 for "5" and nothing for 0; the contract does not. */
    private static void requireAsWritten(
            String topic, RecordComponent component, JsonNode message, JsonNode asWrittenHere) {
        var name = component.getName();
        var value = message.path(name);
        if (value.isMissingNode() || value.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw refusal(topic, name + " is missing");
            }
        } else if (value.getNodeType() != asWrittenHere.path(name).getNodeType()) {
            throw refusal(topic, name + " has the wrong type");
        }
    }

    private static SerializationException refusal(String topic, String reason) {
        return new SerializationException("event of %s refused: %s".formatted(topic, reason));
    }
}
