package dev.colloquy.session.recording;

import static dev.colloquy.session.testing.HeldConversation.by;
import static dev.colloquy.session.testing.HeldConversation.named;
import static dev.colloquy.session.testing.HeldConversation.save;
import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.HeldConversation;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("W2, S12: the sound of a conversation with ElevenLabs")
class RecordingTest {

    private static final String CANDIDATE = "candidate@acme";
    private static final TenantId ACME = new TenantId("acme");

    private final HeldConversation conversation = HeldConversation.fresh();

    @Test
    @DisplayName("S12: that is told before the conversation is linked is in the final version")
    void waitsForItsConversation() {
        var id = booked(true);
        conversation.record();
        awaitConsumed();
        Interviews.results(id).body("interview.recordingStatus", nullValue());

        conversation.complete(named(id));

        awaitRecorded(id);
        Callers.service()
                .get("/internal/interviews/" + id + "/dossier")
                .then()
                .statusCode(200)
                .body("finalVersion", equalTo(1))
                .body("recording.status", equalTo("complete"))
                .body("recording.location", equalTo(conversation.location()));
        assertEquals(1, KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1).size());
    }

    @Test
    @DisplayName("S12: that is told after the final version is the interview's, which is not finalised again")
    void mayComeLate() {
        var id = booked(true);
        conversation.complete(named(id));
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);

        conversation.record();

        awaitRecorded(id);
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("entries.kind", hasItem("recording_ended"));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size());
        assertEquals("1", facts());
    }

    @Test
    void isAPracticeSessionsToo() {
        var session = UUID.randomUUID().toString();
        save(CANDIDATE, session, conversation.id(), null);
        conversation.record();
        conversation.complete(by(CANDIDATE));

        eventually(() -> assertEquals("1", facts()));
    }

    @Test
    @DisplayName("X3: nobody has it after an erasure, whether it came before or comes after")
    void isErased() {
        var id = booked(true);
        conversation.complete(named(id));
        conversation.record();
        awaitRecorded(id);

        erase(id);
        eventually(() -> assertEquals(1, conversation.soundDeletions()));
        conversation.record();

        eventually(() -> assertEquals(2, conversation.soundDeletions()));
        assertEquals(
                "",
                conversation.text(
                        "select coalesce(location, '') from conversation_recording where conversation_id = ?"));
    }

    @Test
    @DisplayName("X3: that comes to an interview that is erased is not kept")
    void isNotKeptAfterAnErasure() {
        var id = booked(true);
        conversation.complete(named(id));
        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        erase(id);
        eventually(() -> Interviews.results(id).body("interview.candidateFirstName", nullValue()));

        conversation.record();

        eventually(() -> assertEquals(1, conversation.soundDeletions()));
        assertEquals("0", facts());
    }

    @Test
    @DisplayName("X3: of a conversation that is nobody's is nobody's")
    void isNobodys() {
        var forgotten = Interviews.newId();
        var seen = Interviews.admitted();
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), ACME, UUID.randomUUID(), List.of(forgotten, seen)));
        eventually(() -> Interviews.results(seen).body("interview.candidateFirstName", nullValue()));
        conversation.record();
        awaitConsumed();

        conversation.complete(named(forgotten));

        eventually(() -> assertEquals(1, conversation.soundDeletions()));
        conversation.record();
        eventually(() -> assertEquals(2, conversation.soundDeletions()));
    }

    @Test
    @DisplayName("B2: of a candidate who did not agree to a recording is not kept")
    void isNotKeptWithoutConsent() {
        var id = booked(false);
        conversation.record();
        conversation.complete(named(id));

        KafkaPeer.await(Topics.INTERVIEW_FINALISED, id, 1);
        eventually(() -> assertEquals(1, conversation.soundDeletions()));
        Interviews.results(id).body("interview.recordingStatus", nullValue());
    }

    private static InterviewId booked(boolean consent) {
        var admission = Interviews.admission("acme");
        admission.put("provider", "elevenlabs");
        admission.put("consent", consent);
        return Interviews.admitted(admission);
    }

    private static void erase(InterviewId id) {
        KafkaPeer.publish(new CandidateErased(UUID.randomUUID(), Instant.now(), ACME, UUID.randomUUID(), List.of(id)));
    }

    private static void awaitConsumed() {
        eventually(() ->
                assertEquals(0, KafkaPeer.lag("session-service-conversation-recorded", Topics.CONVERSATION_RECORDED)));
    }

    private static void awaitRecorded(InterviewId id) {
        eventually(() -> Interviews.results(id).body("interview.recordingStatus", equalTo("complete")));
    }

    private String facts() {
        return conversation.text("""
                select count(*)::text from interview_fact
                where kind = 'recording_ended' and source = 'elevenlabs' and evidence_id = ?""");
    }
}
