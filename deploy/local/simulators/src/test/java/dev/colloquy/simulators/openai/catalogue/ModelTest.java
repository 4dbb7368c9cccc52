package dev.colloquy.simulators.openai.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.openai.catalogue.Model.Purpose;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    @DisplayName("providers 3.3: the first realtime and transcription models go when it was announced")
    void goesOnItsDay() {
        assertTrue(Model.find("gpt-realtime", Instant.parse("2027-01-19T23:59:59Z"))
                .isPresent());
        assertFalse(Model.find("gpt-realtime", Instant.parse("2027-01-20T00:00:00Z"))
                .isPresent());
        assertFalse(
                Model.find("whisper-1", Instant.parse("2027-02-26T00:00:00Z")).isPresent());
        assertTrue(Model.find("gpt-transcribe", Instant.parse("2030-01-01T00:00:00Z"))
                .isPresent());
    }

    @Test
    @DisplayName("providers 3.3: a model is good for one thing only")
    void isForOnePurpose() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        assertTrue(Model.exists("gpt-realtime-2.1", Purpose.REALTIME, now));
        assertFalse(Model.exists("gpt-realtime-whisper", Purpose.REALTIME, now));
        assertTrue(Model.exists("gpt-realtime-whisper", Purpose.TRANSCRIPTION, now));
        assertFalse(Model.exists("gpt-4o", Purpose.SPEECH, now));
    }
}
