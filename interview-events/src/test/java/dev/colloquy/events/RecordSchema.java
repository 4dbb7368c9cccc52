package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON Schema that a record amounts to. */
final class RecordSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordSchema() {}

    static ObjectNode of(Class<?> type) {
        var required = NODES.arrayNode();
        var properties = NODES.objectNode();
        properties.putObject("version").put("const", Event.VERSION);
        var member = type.getAnnotation(JsonTypeName.class);
        if (member != null) {
            required.add("type");
            properties.putObject("type").put("const", member.value());
        }
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), value(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.set("required", required);
        schema.set("properties", properties);
        return schema;
    }

    private static ObjectNode value(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class ->
                typed("array").set("items", value(list.getActualTypeArguments()[0]));
            case Class<?> c when c == String.class -> typed("string");
            case Class<?> c
            when c == UUID.class || c == InterviewId.class -> typed("string").put("format", "uuid");
            case Class<?> c when c == Instant.class -> typed("string").put("format", "date-time");
            case Class<?> c when c == TenantId.class -> typed("string").put("pattern", "^[a-z0-9][a-z0-9-]{0,39}$");
            case Class<?> c when c == int.class || c == long.class -> typed("integer");
            case Class<?> c when c == boolean.class -> typed("boolean");
            case Class<?> c when c.isEnum() -> oneOf(c);
            default -> throw new IllegalArgumentException("No JSON type is agreed for " + type);
        };
    }

    private static ObjectNode typed(String name) {
        return NODES.objectNode().put("type", name);
    }

    private static ObjectNode oneOf(Class<?> type) {
        var schema = NODES.objectNode();
        var values = schema.putArray("enum");
        Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .forEach(values::add);
        return schema;
    }
}
