package dev.colloquy.session.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S6: a conversation as the provider tells it")
class ConversationTest {

    private static final Instant TOLD = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant START = Instant.ofEpochSecond(1_767_225_600);

    @Test
    void isOverAfterItsDuration() {
        var conversation = read("""
                {"data": {"metadata": {"start_time_unix_secs": 1767225600, "call_duration_secs": 60},
                          "transcript": [{"role": "user", "message": "Hi", "time_in_call_secs": 2.5}]}}""");
        assertEquals(START.plusSeconds(60), conversation.endedAt());
        assertEquals(
                START.plusMillis(2500), conversation.utterances().getFirst().timestamp());
        assertNull(conversation.userId());
    }

    @Test
    void wasOverWhenItsWebhookWasSentIfItDoesNotSayWhenItBegan() {
        var conversation = read("""
                {"event_timestamp": 1767225600, "data": {"metadata": {"call_duration_secs": 60},
                          "transcript": [{"role": "agent", "message": "Hi", "time_in_call_secs": 10}]}}""");
        assertEquals(START, conversation.endedAt());
        assertEquals(
                START.minusSeconds(50), conversation.utterances().getFirst().timestamp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"metadata\": {\"start_time_unix_secs\": 0}}",
                "{\"metadata\": {\"start_time_unix_secs\": -5, \"call_duration_secs\": -60}}",
                "{\"metadata\": {\"start_time_unix_secs\": 9223372036854775807}}",
                "{\"metadata\": {\"start_time_unix_secs\": \"soon\"}, \"event_timestamp\": 12}"
            })
    @DisplayName("S6: one without a time that makes sense was over when it was told")
    void wasOverWhenItWasToldIfNothingElseIsKnown(String body) {
        assertEquals(TOLD, read(body).endedAt());
    }

    @Test
    void survivesTimesThatMakeNoSense() {
        var conversation = read("""
                {"metadata": {"start_time_unix_secs": 1767225600, "call_duration_secs": 9223372036854775807},
                 "transcript": [{"message": "Hi", "time_in_call_secs": 1e300}, {"message": "Ho", "time_in_call_secs": -3}]}""");
        assertEquals(START.plusSeconds(86_400), conversation.endedAt());
        assertEquals(86_400_000L, conversation.utterances().getFirst().startMs());
        assertEquals(0L, conversation.utterances().getLast().startMs());
    }

    private static Conversation read(String body) {
        try {
            return Conversation.of("conv", new ObjectMapper().readTree(body), TOLD);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
