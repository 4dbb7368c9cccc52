package dev.colloquy.webhook.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W5 Rooms that nobody tells of")
class RoomInquiryTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String CANDIDATE = "PA_1 STANDARD candidate-1\n";
    private static final String AGENT = "PA_2 AGENT agent-1\n";
    private static final String RECORDER = "PA_3 EGRESS EG_1\n";
    private static final String VISITOR = "PA_4 STANDARD somebody\n";

    @ConfigProperty(name = "LIVEKIT_URL")
    String liveKit;

    @Inject
    RoomInquiry inquiry;

    private final InterviewId interview =
            InterviewId.of(UUID.randomUUID().toString().replaceFirst(".{4}$", "0000"));

    @Test
    @DisplayName("who comes, who goes and that the room is closed is told though no webhook ever came")
    void isAsked() {
        Published.scheduled(interview);
        open(interview, CANDIDATE + AGENT + RECORDER + VISITOR);
        var come = events(2);
        assertEquals(
                List.of("PA_1 candidate", "PA_2 agent"),
                come.stream().map(RoomInquiryTest::who).sorted().toList());
        come.forEach(event -> assertEquals("reconciled", event.path("source").asText()));
        assertEquals("2027-01-15T08:00:00Z", come.getFirst().path("occurredAt").asText());

        open(interview, AGENT);
        var gone = events(3).getLast();
        assertEquals("participant_left", gone.path("type").asText());
        assertEquals("PA_1 candidate", who(gone));

        close(interview);
        var end = events(5).subList(3, 5);
        assertEquals("PA_2 agent", who(end.getFirst()));
        assertEquals("room_finished", end.getLast().path("type").asText());
        assertEquals("RM_" + interview.roomName(), end.getLast().path("roomSid").asText());
        await().atMost(LIMIT)
                .until(() -> Published.expectation(interview, "outcome").equals("RECONCILED"));
    }

    @Test
    @DisplayName("what a webhook has told is not told again")
    void knowsWhatWasTold() {
        open(interview, CANDIDATE + AGENT);
        joined("PA_1", "STANDARD", "candidate-1");
        joined("PA_2", "AGENT", "agent-1");
        events(2);

        Published.scheduled(interview);
        awaitQuestions(2);
        close(interview);

        var later = events(5).subList(2, 5);
        assertEquals(
                List.of("participant_left", "participant_left", "room_finished"),
                later.stream().map(event -> event.path("type").asText()).toList());
    }

    @Test
    @DisplayName("a room that is missing once is not closed, nor one that is there when it is asked for by its name")
    void believesNoSingleAnswer() throws Throwable {
        var hidden = InterviewId.of(interview.toString().replaceFirst(".{4}$", "ffff"));
        open(hidden, CANDIDATE);

        assertEquals(Answer.open("room gone", List.of()), answer(hidden, "1 in the room"));
        assertEquals(Answer.open("room back", List.of()), answer(hidden, "room gone"));
        close(hidden);
        var end = answer(hidden, "room gone");
        assertEquals(Answer.Certainty.COMPLETE, end.certainty());
        assertEquals(1, end.found().size());
    }

    @Test
    @DisplayName("a room in which there are as many as was told is looked into each third time")
    void looksLessOftenWhereNothingHappens() {
        open(interview, CANDIDATE + AGENT);
        Published.scheduled(interview);
        events(2);
        awaitQuestions(9);

        var looks = Integer.parseInt(get(interview));
        assertTrue(looks <= Published.questions(interview) / 3 + 2, () -> looks + " looks");

        open(interview, "PA_9 STANDARD candidate-1\n" + AGENT);
        assertEquals(
                List.of("PA_1 candidate", "PA_9 candidate"),
                events(4).subList(2, 4).stream()
                        .map(RoomInquiryTest::who)
                        .sorted()
                        .toList());
    }

    @Test
    @DisplayName("a webhook that says the room is closed ends the questions")
    void endsWithTheWebhook() {
        open(interview, CANDIDATE);
        Published.scheduled(interview);
        events(1);

        assertEquals(204, Sender.livekit("""
                {"event":"room_finished","id":"EV_%s","room":{"sid":"RM_1","name":"%s"}}""".formatted(UUID.randomUUID(), interview.roomName())));

        await().atMost(LIMIT)
                .until(() -> Published.expectation(interview, "outcome").equals("TOLD"));
    }

    @Test
    @DisplayName("the interview's end ends the questions, also when it is told before the interview was scheduled")
    void endsWithTheInterview() {
        Published.ended(interview, Provider.LIVEKIT, null);
        await().atMost(LIMIT)
                .until(() -> Published.expectation(interview, "outcome").equals("WITHDRAWN"));
        open(interview, CANDIDATE);

        Published.scheduled(interview);
        var other = InterviewId.of(interview.toString().replaceFirst(".{4}$", "1111"));
        open(other, CANDIDATE);
        Published.scheduled(other);
        KafkaPeer.await(Topics.ROOM_EVENTS, other, 1);

        assertTrue(KafkaPeer.read(Topics.ROOM_EVENTS, interview).isEmpty());
        assertEquals(0, Published.questions(interview));
    }

    private void awaitQuestions(int number) {
        await().atMost(LIMIT).until(() -> Published.questions(interview) >= number);
    }

    private List<JsonNode> events(int number) {
        return KafkaPeer.await(Topics.ROOM_EVENTS, interview, number);
    }

    private void joined(String sid, String kind, String identity) {
        var id = "EV_" + UUID.randomUUID();
        assertEquals(204, Sender.livekit("""
                {"event":"participant_joined","id":"%s","room":{"name":"%s"},
                "participant":{"sid":"%s","kind":"%s","identity":"%s"}}""".formatted(id, interview.roomName(), sid, kind, identity)));
        Deliveries.await(id, "PUBLISHED");
    }

    private void open(InterviewId room, String participants) {
        control(room, HttpRequest.newBuilder().PUT(BodyPublishers.ofString(participants)));
    }

    private void close(InterviewId room) {
        control(room, HttpRequest.newBuilder().DELETE());
    }

    private void control(InterviewId room, HttpRequest.Builder request) {
        assertEquals(204, Sender.send(request.uri(address(room)).build()).statusCode());
    }

    private String get(InterviewId room) {
        return new String(
                Sender.send(HttpRequest.newBuilder(address(room)).build()).body(), UTF_8);
    }

    private URI address(InterviewId room) {
        return URI.create(liveKit.replaceFirst("^ws", "http") + "/rooms/" + room.roomName());
    }

    private Answer answer(InterviewId room, String lastAnswer) throws Throwable {
        var later = Clock.systemUTC().instant().plusSeconds(60);
        var expectation =
                new Expectation(room, Owed.ROOM, null, null, null, null, "RM_1", later, later, 1, 1, lastAnswer);
        return VertxContextSupport.subscribeAndAwait(() -> inquiry.ask(expectation));
    }

    private static String who(JsonNode event) {
        return event.path("participantSid").asText() + " "
                + event.path("participant").asText();
    }
}
