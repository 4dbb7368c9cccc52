package dev.colloquy.session.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R12: personas of a position")
class PositionSnapshotTest {

    private static final Persona MAYA = new Persona("Maya", "alloy", "Warm");
    private static final Persona JONAS = new Persona("Jonas", "verse", "Calm");

    @Test
    void aSnapshotOfOnePersonaCanStillBeRead() throws Exception {
        var kept = """
                {"positionId": "%s", "title": "Engineer", "company": "Acme", "values": [], "competencies": [],
                 "persona": {"name": "Maya", "voice": "alloy", "style": "Warm"},
                 "language": "en", "timeLimitSeconds": 1800}""".formatted(UUID.randomUUID());
        var snapshot = new ObjectMapper().readValue(kept, PositionSnapshot.class);
        assertEquals(List.of(MAYA), snapshot.personas());
        assertFalse(snapshot.video());
    }

    @Test
    void onePersonaCanLeadAlone() {
        var led = panel().ledBy(" jonas ");
        assertEquals(JONAS, led.persona());
        assertEquals(List.of(JONAS), led.personas());
        assertEquals(panel().title(), led.title());
        assertThrows(UnknownPersona.class, () -> panel().ledBy("Nobody"));
    }

    private static PositionSnapshot panel() {
        return new PositionSnapshot(
                new UUID(0, 1), "Engineer", "Acme", List.of(), List.of(), MAYA, List.of(MAYA, JONAS), true, "en", 1800);
    }
}
