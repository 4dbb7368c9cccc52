package dev.colloquy.gateway.call;

import static dev.colloquy.gateway.call.SdpOffers.message;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.Candidate;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.TestSocket;
import dev.colloquy.gateway.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CallTest {

    @Inject
    KafkaEvents kafka;

    @Inject
    TenantTables tables;

    @Inject
    Calls calls;

    @Test
    @DisplayName("R2: the gateway posts the offer with its own key and session, the browser gets the answer")
    void answersAnOffer() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();

        socket.send(message(SdpOffers.named("mark-" + candidate.interview())));
        var answer = socket.next();

        assertEquals("sdp_answer", answer.getString("type"));
        assertTrue(answer.getString("sdp").startsWith("v=0"));
        var placed = Peers.openAi().placedWith("mark-" + candidate.interview());
        assertEquals("Bearer sk-our-own-key", placed.authorization());
        assertTrue(placed.contentType().startsWith("multipart/form-data; boundary="));
        assertEquals("v=0", part(placed.body(), "sdp", "application/sdp").substring(0, 3));
        socket.close();
    }

    @Test
    @DisplayName("R5: the session holds the interview's instructions, voice, turns, transcription and the end tool")
    void configuresTheSession() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        socket.send(message(SdpOffers.named("mark-" + candidate.interview())));
        socket.next();

        var body = Peers.openAi().placedWith("mark-" + candidate.interview()).body();
        var session = new JsonPath(part(body, "session", "application/json"));

        assertEquals("realtime", session.getString("type"));
        assertEquals(List.of("audio"), session.getList("output_modalities"));
        assertEquals("cedar", session.getString("audio.output.voice"));
        assertEquals("server_vad", session.getString("audio.input.turn_detection.type"));
        assertEquals(0.5f, session.getFloat("audio.input.turn_detection.threshold"));
        assertEquals(800, session.getInt("audio.input.turn_detection.silence_duration_ms"));
        assertFalse(session.getString("audio.input.transcription.model").isEmpty());
        assertEquals(List.of("end_session"), session.getList("tools.name"));
        for (var word : List.of("Engineer", "Acme", "Debugging", "We own what we ship.", "Zoe", "payment systems")) {
            assertTrue(session.getString("instructions").contains(word), word);
        }
        socket.close();
    }

    @Test
    void keepsTheCallAndTellsThatItStarted() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        var callId = place(socket);

        assertEquals(List.of(callId), openCalls(candidate));
        var events = kafka.eventsOf("connection-events", candidate.interview(), found -> !found.isEmpty());
        assertEquals("call_started", events.getFirst().path("type").asText());
        assertEquals(callId, events.getFirst().path("callId").asText());
        socket.close();
    }

    @Test
    void hangsUpTheFirstCallWhenASecondOneIsPlaced() {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        var first = place(socket);
        var second = place(socket);

        await().until(() -> Peers.openAi().hasHungUp(first));
        await().until(() -> openCalls(candidate).equals(List.of(second)));
        var events = kafka.eventsOf("connection-events", candidate.interview(), found -> found.size() == 4);
        assertEquals(
                List.of("call_ended", "call_started", "call_started", "media_connected"),
                events.stream()
                        .map(event -> event.path("type").asText())
                        .sorted()
                        .toList());
        socket.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_sdp",
        "401, provider_unavailable",
        "429, provider_busy",
        "500, provider_unavailable",
        "201, provider_unavailable",
        "0, provider_unavailable"
    })
    void tellsWhatIsWrongWithoutTheProvidersWords(int status, String code) {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(message(SdpOffers.answeredWith(status)));

        var error = socket.next();

        assertEquals("error", error.getString("type"));
        assertEquals(code, error.getString("code"));
        assertFalse(error.prettify().contains("secret of the provider"));
        assertFalse(error.prettify().contains("sk-our-own-key"));
        socket.close();
    }

    @Test
    void refusesAnOfferThatIsNone() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(message("hello"));
        assertEquals("invalid_sdp", socket.next().getString("code"));
        socket.close();
    }

    @Test
    void refusesASecondOfferWhileTheFirstIsBeingAnswered() {
        var socket = Candidate.ofLiveInterview().connect();
        socket.send(message(SdpOffers.answeredWith(0)));
        socket.send(message(SdpOffers.named("-")));
        assertEquals("call_in_progress", socket.next().getString("code"));
        socket.close();
    }

    @ParameterizedTest
    @CsvSource({"409, interview_not_live", "404, interview_not_live", "500, session_unavailable"})
    void placesNoCallForAnInterviewThatIsNotKnownToBeLive(int status, String code) {
        var candidate = Candidate.ofLiveInterview();
        var socket = candidate.connect();
        Peers.session().refuse(candidate.interview(), status);
        socket.send(message(SdpOffers.named("-")));
        assertEquals(code, socket.next().getString("code"));
        socket.close();
    }

    @Test
    @DisplayName("R2: two sockets that place calls at the same moment are left with one")
    void keepsOneOfTheCallsThatArePlacedAtOnce() {
        var candidate = Candidate.ofLiveInterview();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6).forEach(_ -> callers.execute(() -> placeWithoutSocket(candidate)));
        }

        await().until(() -> openCalls(candidate).size() == 1);
    }

    private void placeWithoutSocket(Candidate candidate) {
        try {
            VertxContextSupport.subscribeAndAwait(
                    () -> calls.place(candidate.interview(), new TenantId("acme"), SdpOffers.named("-")));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(TestSocket socket) {
        socket.send(message(SdpOffers.named("-")));
        var sdp = socket.next().getString("sdp");
        return sdp.lines().skip(1).findFirst().orElseThrow().replaceFirst(".*/", "");
    }

    private List<String> openCalls(Candidate candidate) {
        return tables
                .rows(
                        "acme",
                        "select call_id from call where interview_id = $1 and ended_at is null",
                        candidate.interview().value())
                .stream()
                .map(row -> row.getString("call_id"))
                .toList();
    }

    private static String part(String body, String name, String type) {
        var head = "Content-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n".formatted(name, type);
        var start = body.indexOf(head);
        assertTrue(start >= 0, body);
        return body.substring(start + head.length(), body.indexOf("\r\n--", start));
    }
}
