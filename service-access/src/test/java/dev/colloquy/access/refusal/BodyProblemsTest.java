package dev.colloquy.access.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.access.Problems.Part;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A body that cannot be read")
class BodyProblemsTest {

    private enum Speaker {
        @JsonProperty("candidate")
        CANDIDATE,
        @JsonProperty("ai")
        AI
    }

    private record Entry(
            Speaker speaker,
            String text,
            Instant timestamp,
            @JsonProperty("start_ms") Long startMs) {}

    private record Batch(
            List<Entry> entries,
            boolean completed,
            int size,
            double share,
            UUID id,
            TenantId tenant,
            String timeZone) {}

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final ObjectReader reader =
            new StrictJson().apply(json, Batch.class).forType(Batch.class);
    private final BodyProblems problems = new BodyProblems(new AcceptedValues(json));

    @ParameterizedTest
    @DisplayName("is answered with the field's path and what it takes")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'entries': [{'speaker': 'Zoe'}]} | entries[0].speaker | must be one of candidate, ai",
                "{'entries': [{'speaker': 'ai'}, {'timestamp': 'Zoe'}]} | entries[1].timestamp | must be an ISO-8601"
                        + " time, such as 2026-03-01T09:30:00Z",
                "{'entries': [{'start_ms': 'Zoe'}]} | entries[0].start_ms | must be a whole number",
                "{'entries': [{'text': {}}]} | entries[0].text | must be text",
                "{'entries': [7]} | entries[0] | must be an object",
                "{'entries': {}} | entries | must be a list",
                "{'completed': 'Zoe'} | completed | must be true or false",
                "{'size': 'Zoe'} | size | must be a whole number",
                "{'size': 99999999999} | size | is a number out of range",
                "{'share': 'Zoe'} | share | must be a number",
                "{'id': 'Zoe'} | id | must be a UUID",
                "{'tenant': {}} | tenant | must be text",
                "{'tenant': 'Zoe Smith'} | tenant | is not valid",
            })
    void namesFieldAndWhatItTakes(String body, String field, String message) {
        assertViolation(body.replace('\'', '"'), field, message);
    }

    @ParameterizedTest
    @DisplayName("is answered with the shape it should have")
    @CsvSource({"[]", "7", "'\"Zoe\"'"})
    void namesTheShapeOfTheWhole(String body) {
        assertViolation(body, "", "must be an object");
    }

    @ParameterizedTest
    @DisplayName("for being no JSON is answered with the place where it goes wrong")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | line 1, column 2",
                "{'completed': Zoe} | line 1, column 15",
                "{'entries': [{'text': 'Zoe} | line 1, column 28",
            })
    void namesThePlace(String body, String place) {
        assertViolation(body.replace('\'', '"'), "", "is not JSON that can be read, see " + place);
    }

    @ParameterizedTest
    @DisplayName("for a field that is not known is answered with the one that may be meant")
    @CsvSource({"timezone,timeZone", "time_zone,timeZone", "timeZnoe,timeZone", "Completed,completed"})
    void namesTheNearestField(String field, String meant) {
        assertViolation(
                "{\"%s\": true}".formatted(field), field, "is not known here, did you mean %s?".formatted(meant));
    }

    @Test
    @DisplayName("for a field that resembles none is answered with all that are known")
    void namesAllKnownFields() {
        assertViolation(
                "{\"entries\": [{\"colour\": 1}]}",
                "entries[0].colour",
                "is not known here, known are speaker, start_ms, text, timestamp");
    }

    private void assertViolation(String body, String field, String message) {
        var failure = assertThrows(JsonProcessingException.class, () -> reader.readValue(body));

        var violation = problems.violation(failure);

        assertEquals(field, violation.field());
        assertEquals(Part.BODY, violation.part());
        assertEquals(message, violation.message());
        assertFalse(violation.message().contains("Zoe"));
    }
}
