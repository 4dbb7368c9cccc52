package dev.colloquy.session.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.EndedBy;
import dev.colloquy.events.Provider;
import dev.colloquy.events.ReportStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts are kept for ever: what a version has written, every later one reads as it was meant. */
class GoldenFactsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/facts/v1");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final FactReader READER = new FactReader(JSON);
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    static List<Fact> facts() {
        return List.of(
                new Fact.Scheduled(TEN, TEN.plusSeconds(3600)),
                new Fact.Cancelled(),
                new Fact.Admitted(Provider.LIVEKIT, true),
                new Fact.CandidateConnected("PA_1"),
                new Fact.CandidateLeft("PA_1"),
                new Fact.AgentConnected("PA_9"),
                new Fact.RoomFinished("RM_1"),
                new Fact.CallStarted("rtc_1"),
                new Fact.CallEnded("rtc_1"),
                new Fact.MediaConnected("c-1"),
                new Fact.ConnectionLost(null),
                new Fact.EndRequested(EndedBy.USER),
                new Fact.Ended(EndedBy.DISCONNECT),
                new Fact.ConversationCompleted("conv_1", new UUID(1, 2)),
                new Fact.RecordingEnded(EgressStatus.COMPLETE, "recordings/a.ogg"),
                new Fact.TranscriptCompleted(),
                new Fact.TranscriptMissing(),
                new Fact.SpeechHeard(),
                new Fact.DeadlineReached(Deadline.NO_SHOW),
                new Fact.Finalised(1, "9f86d081"),
                new Fact.EvaluationUpdated(new UUID(3, 4), 1, ReportStatus.PARTIAL));
    }

    @ParameterizedTest
    @MethodSource("facts")
    @DisplayName("K09: each kind of fact is read and written as in its golden file")
    void keepsItsForm(Fact fact) throws IOException {
        var golden = golden(fact.kind());
        assertEquals(fact, READER.fact(golden));
        assertEquals(golden, JSON.readTree(JSON.writerFor(Fact.class).writeValueAsString(fact)));
    }

    @Test
    void hasAGoldenFileForEveryKind() throws IOException {
        var kinds = Arrays.stream(Fact.class.getAnnotation(JsonSubTypes.class).value())
                .map(kind -> kind.value().getAnnotation(com.fasterxml.jackson.annotation.JsonTypeName.class))
                .map(name -> name.value() + ".json")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(kinds, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals(kinds.size(), facts().size());
    }

    @Test
    @DisplayName("K09: a fact of a newer version is kept as unknown, and stops nobody")
    void readsWhatItDoesNotKnow() {
        var known = READER.read("""
                [{"fact": {"kind": "candidate_smiled", "times": 3}, "source": "camera", "evidenceId": "1",
                  "occurredAt": "2026-03-01T10:00:00Z"},
                 {"fact": {"kind": "admitted", "provider": "livekit", "consent": true, "byWhom": "a door"},
                  "source": "booking", "evidenceId": "2", "occurredAt": "2026-03-01T10:00:00.123456789Z"},
                 {"fact": {"kind": "recording_ended", "status": "half"}, "source": "livekit", "evidenceId": "3",
                  "occurredAt": "2026-03-01T10:00:02Z"}]""");
        assertEquals(
                List.of(
                        new RecordedFact(new Fact.Unknown("candidate_smiled"), Witness.UNKNOWN, "1", TEN),
                        new RecordedFact(
                                new Fact.Admitted(Provider.LIVEKIT, true),
                                Witness.BOOKING,
                                "2",
                                TEN.plusNanos(123456000)),
                        new RecordedFact(
                                new Fact.Unknown("recording_ended"), Witness.LIVEKIT, "3", TEN.plusSeconds(2))),
                known);
    }

    @Test
    @DisplayName("S7, K09: an end counts, even where its author is one of tomorrow")
    void takesAnEndForAnEnd() throws IOException {
        var ended = JSON.readTree("{\"kind\": \"ended\", \"by\": \"committee\"}");
        assertEquals(new Fact.Ended(EndedBy.PROVIDER), READER.fact(ended));
        var request = JSON.readTree("{\"kind\": \"end_requested\", \"by\": \"committee\"}");
        assertEquals(new Fact.EndRequested(EndedBy.PROVIDER), READER.fact(request));
    }

    private static JsonNode golden(String kind) throws IOException {
        return JSON.readTree(Files.readString(GOLDEN.resolve(kind + ".json")));
    }
}
