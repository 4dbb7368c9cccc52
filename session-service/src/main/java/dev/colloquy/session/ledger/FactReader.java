package dev.colloquy.session.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.colloquy.events.EndedBy;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads facts as they were recorded, by whichever version of this service. What this one does not understand, because a
 * newer one wrote it while both run, is {@link Fact.Unknown}; an end counts even where its author is not understood.
 */
final class FactReader {

    private final ObjectReader reader;

    FactReader(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    /** Reads an array of {@code {fact, source, evidenceId, occurredAt}}. */
    List<RecordedFact> read(String rows) {
        try {
            return facts(reader.readTree(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered facts that nobody wrote", e);
        }
    }

    /** Reads {@code {facts, new}}, of which the second is a number. */
    Known readKnown(String row) {
        try {
            var known = reader.readTree(row);
            return new Known(facts(known.path("facts")), known.path("new").asInt() > 0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered facts that nobody wrote", e);
        }
    }

    private List<RecordedFact> facts(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(this::recorded)
                .toList();
    }

    private RecordedFact recorded(JsonNode row) {
        return new RecordedFact(
                fact(row.path("fact")),
                value(row.path("source"), Witness.class),
                row.path("evidenceId").asText(),
                value(row.path("occurredAt"), Instant.class));
    }

    Fact fact(JsonNode fact) {
        try {
            return reader.treeToValue(fact, Fact.class);
        } catch (JsonProcessingException _) {
            var kind = fact.path("kind").asText();
            return switch (kind) {
                case "end_requested" -> new Fact.EndRequested(EndedBy.PROVIDER);
                case "ended" -> new Fact.Ended(EndedBy.PROVIDER);
                default -> new Fact.Unknown(kind);
            };
        }
    }

    private <T> T value(JsonNode node, Class<T> type) {
        try {
            return reader.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered facts that nobody wrote", e);
        }
    }
}
