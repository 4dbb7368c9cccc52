package dev.colloquy.gateway.revocation;

import static dev.colloquy.gateway.TestSocket.ORIGIN;
import static dev.colloquy.gateway.TestSocket.refusal;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.Event;
import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationTest {

    private static final TenantId ACME = new TenantId("acme");

    @Inject
    KafkaEvents kafka;

    @Inject
    TenantTables tables;

    @Test
    @DisplayName("G10: the socket of a candidate who is erased is closed, and nothing lets him back")
    void closesTheSocketOfAnErasedCandidate() {
        closes(interview ->
                new CandidateErased(UUID.randomUUID(), Instant.now(), ACME, UUID.randomUUID(), List.of(interview)));
    }

    @Test
    @DisplayName("G10: the socket of an interview that is cancelled is closed, and nothing lets the candidate back")
    void closesTheSocketOfACancelledInterview() {
        closes(interview -> new InterviewCancelled(UUID.randomUUID(), Instant.now(), ACME, interview));
    }

    @Test
    @DisplayName("G10: an event that comes twice does no harm")
    void ignoresAnEventItHasSeen() {
        var event = new InterviewCancelled(
                UUID.randomUUID(),
                Instant.now(),
                ACME,
                Candidate.ofLiveInterview().interview());
        kafka.publish(event);
        kafka.publish(event);
        closes(interview -> new InterviewCancelled(UUID.randomUUID(), Instant.now(), ACME, interview));
    }

    private void closes(Function<InterviewId, Event> event) {
        var candidate = Candidate.ofLiveInterview();
        var bystander = Candidate.ofLiveInterview().connect();
        var ticket = candidate.ticket();
        var socket = candidate.connect();
        tables.rows(
                "acme",
                "insert into journal_entry (interview_id, tenant, message) values ($1, 'acme', '{}')",
                candidate.interview().value());

        kafka.publish(event.apply(candidate.interview()));

        assertEquals(4401, socket.closeCode());
        await().until(() -> tables.rows(
                        "acme",
                        "select from journal_entry where interview_id = $1",
                        candidate.interview().value())
                .isEmpty());
        assertEquals(401, refusal(ORIGIN, "colloquy", "ticket." + ticket));
        bystander.send("{\"type\": \"heartbeat\"}");
        assertEquals("heartbeat", bystander.next().getString("type"));
        bystander.close();
    }
}
