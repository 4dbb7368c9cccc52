package dev.colloquy.access.refusal;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a field or a parameter takes, in words that need no knowledge of Java. */
@ApplicationScoped
class AcceptedValues {

    private static final String A_WHOLE_NUMBER = "must be a whole number";
    private static final String A_TIME = "must be an ISO-8601 time, such as 2026-03-01T09:30:00Z";
    private static final String TEXT = "must be text";

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            entry(Boolean.class, "must be true or false"),
            entry(Short.class, A_WHOLE_NUMBER),
            entry(Integer.class, A_WHOLE_NUMBER),
            entry(Long.class, A_WHOLE_NUMBER),
            entry(String.class, TEXT),
            entry(UUID.class, "must be a UUID"),
            entry(URI.class, "must be a URI"),
            entry(Instant.class, A_TIME),
            entry(OffsetDateTime.class, A_TIME),
            entry(ZonedDateTime.class, A_TIME),
            entry(LocalDateTime.class, "must be an ISO-8601 time without a zone, such as 2026-03-01T09:30:00"),
            entry(LocalDate.class, "must be an ISO-8601 date, such as 2026-03-01"),
            entry(Duration.class, "must be an ISO-8601 duration, such as PT30M"));

    private final ObjectMapper json;

    AcceptedValues(ObjectMapper json) {
        this.json = json;
    }

    String of(Class<?> type) {
        var words = WORDS.get(MethodType.methodType(type).wrap().returnType());
        if (words != null) {
            return words;
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> json.valueToTree(constant).asText())
                            .collect(joining(", "));
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        return isWrittenAsText(type) ? TEXT : "must be an object";
    }

    private boolean isWrittenAsText(Class<?> type) {
        return json.getSerializationConfig()
                        .introspect(json.constructType(type))
                        .findJsonValueAccessor()
                != null;
    }
}
