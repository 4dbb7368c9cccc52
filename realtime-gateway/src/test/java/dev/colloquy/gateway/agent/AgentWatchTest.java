package dev.colloquy.gateway.agent;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("R10: an agent for a candidate who waits")
class AgentWatchTest {

    @Inject
    KafkaEvents kafka;

    @Test
    @DisplayName("one that is not there is sent for again, and knows the interview's id only")
    void sendsForTheAgent() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview);
        join(interview);
        await().until(() -> !dispatches(interview).isEmpty());
        assertEquals(
                "CreateDispatch my-interviewer {\"interviewId\":\"%s\"}".formatted(interview),
                dispatches(interview).getFirst());
        room.agentLeavesAfter(Integer.MAX_VALUE);
    }

    @Test
    void leavesAnAgentThatIsThereAlone() {
        var interview = Peers.session().live();
        var room = Peers.liveKit().room(interview).agentLeavesAfter(Integer.MAX_VALUE);
        join(interview);
        await().until(() -> room.journal().contains("ListParticipants"));
        await().during(Duration.ofMillis(500)).until(() -> dispatches(interview).isEmpty());
    }

    @Test
    void sendsNobodyIntoAnInterviewThatIsOver() {
        var interview = Peers.session().live();
        Peers.session().refuse(interview, 409);
        join(interview);
        await().during(Duration.ofSeconds(1)).until(() -> dispatches(interview).isEmpty());
    }

    private static List<String> dispatches(InterviewId interview) {
        return Peers.liveKit().room(interview).journal().stream()
                .filter(entry -> entry.startsWith("CreateDispatch"))
                .toList();
    }

    private void join(InterviewId interview) {
        kafka.publish(new ParticipantJoined(
                UUID.randomUUID(), Instant.now(), interview, "PA_" + UUID.randomUUID(), ParticipantKind.CANDIDATE));
    }
}
