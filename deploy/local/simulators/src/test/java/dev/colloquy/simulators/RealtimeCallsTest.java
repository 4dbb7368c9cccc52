package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Realtime calls: the SDP exchange, what a sideband hears, and how calls end. */
class RealtimeCallsTest {

    private static RunningSimulators simulators;
    private static RealtimeCalls calls;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
        calls = new RealtimeCalls(simulators);
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName(
            "providers 3.1: a form with the server key is answered 201, with SDP, and the call's id in the location")
    void answersAChromiumOfferSectionBySection() {
        HttpResponse<String> created =
                calls.place(RunningSimulators.OPENAI_KEY, RealtimeCalls.offer(), RealtimeCalls.SESSION.encode());
        assertEquals(201, created.statusCode());
        assertEquals(
                "application/sdp", created.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(created.headers().firstValue("Location").orElseThrow().matches("/v1/realtime/calls/rtc_\\w+"));
        List<String> lines = created.body().lines().toList();
        assertEquals("v=0", lines.getFirst());
        assertTrue(created.body().endsWith("\r\n"));
        assertTrue(lines.contains("a=group:BUNDLE 0 1"));
        assertEquals(
                List.of("m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel"),
                lines.stream().filter(line -> line.startsWith("m=")).toList());
        assertTrue(lines.containsAll(List.of("a=mid:0", "a=mid:1", "a=setup:active", "a=rtpmap:111 opus/48000/2")));
        assertFalse(created.body().contains("a=ice-ufrag:g8qo"));
    }

    @Test
    void rejectsAVideoSectionAndMirrorsTheDirection() {
        String video = RealtimeCalls.offer().replace("a=sendrecv", "a=recvonly")
                + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:g8qo\r\na=ice-pwd:x\r\n"
                + "a=fingerprint:sha-256 AA\r\na=mid:2\r\na=rtpmap:96 VP8/90000\r\n";
        String answer = calls.place(RunningSimulators.OPENAI_KEY, video, RealtimeCalls.SESSION.encode())
                .body();
        assertTrue(answer.contains("m=video 0 UDP/TLS/RTP/SAVPF 96"));
        assertTrue(answer.contains("a=sendonly"));
        assertTrue(answer.contains("a=group:BUNDLE 0 1\r\n"));
    }

    @Test
    @DisplayName("providers 3.1: bare SDP with an ephemeral key is a call too, with the session of the key")
    void startsACallWithAnEphemeralKey() {
        JsonObject created = new JsonObject(calls.secret(new JsonObject().put("session", RealtimeCalls.SESSION))
                .body());
        assertTrue(created.getString("value").startsWith("ek_"));
        assertEquals("gpt-realtime-2.1", created.getJsonObject("session").getString("model"));
        assertEquals(
                201,
                calls.post("/v1/realtime/calls", created.getString("value"), "application/sdp", RealtimeCalls.offer())
                        .statusCode());
    }

    @Test
    @DisplayName(
            "providers 3.2: the candidate's words are transcribed after the answer to them, each in its item's place")
    void playsTheInterviewToTheSidebandAndClosesItOnHangUp() {
        String callId = calls.placed();
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        sideband.send("response.create");
        sideband.next("response.function_call_arguments.done");
        sideband.next("conversation.item.input_audio_transcription.completed", 4);

        List<JsonObject> events = sideband.events();
        assertEquals("session.created", events.getFirst().getString("type"));
        assertChained(events);
        assertEquals(5, count(events, "response.output_audio_transcript.done"));
        assertEquals(4, count(events, "conversation.item.input_audio_transcription.completed"));
        assertTranscribedAfterTheAnswer(events);
        assertDeltasAddUp(events);

        assertEquals(200, calls.hangUp(callId).statusCode());
        assertEquals("1000", sideband.end());
        assertEquals(404, calls.hangUp(callId).statusCode());
    }

    @Test
    @DisplayName("providers 3.2: session.update changes what it names; session.cancel does not exist")
    void takesSessionUpdatesAndGreetsWhenAskedTo() {
        String callId = calls.placed();
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        JsonObject session = sideband.update(new JsonObject().put("instructions", "New."));
        assertEquals("New.", session.getString("instructions"));
        assertEquals("gpt-realtime-2.1", session.getString("model"));
        sideband.send("response.create");
        sideband.next("response.created");
        JsonObject error = sideband.refused(new JsonObject().put("type", "session.cancel"));
        assertEquals("invalid_value", error.getString("code"));
        calls.hangUp(callId);
    }

    @Test
    @DisplayName(
            "providers 3.1: sidebands come, go and come again: each begins with the session as it is, and the call goes on")
    void takesSeveralSidebands() {
        String callId = calls.placed();
        RealtimeClient first = RealtimeClient.sideband(simulators, callId);
        first.update(new JsonObject().put("instructions", "Changed."));
        first.close();
        first.end();
        RealtimeClient second = RealtimeClient.sideband(simulators, callId);
        RealtimeClient third = RealtimeClient.sideband(simulators, callId);
        JsonObject session = second.next("session.created").getJsonObject("session");
        assertEquals("Changed.", session.getString("instructions"));
        third.next("session.created");
        second.send("response.create");
        third.next("response.done");
        assertTrue(calls.areOn().contains(callId));
        calls.hangUp(callId);
        assertEquals("1000", third.end());
    }

    @Test
    @DisplayName("R11: a call can be lost: no closing handshake with the sideband, as when the network breaks")
    void losesACallByControl() {
        String callId = calls.placed();
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        sideband.next("session.created");
        assertTrue(calls.areOn().contains(callId));
        calls.control(callId, "lose", new JsonObject());
        assertEquals("cut off", sideband.end());
        assertFalse(calls.areOn().contains(callId));
        HttpResponse<String> again = calls.control(callId, "lose", new JsonObject());
        assertEquals(404, again.statusCode());
        assertTrue(again.body().contains("violations"));
    }

    private static long count(List<JsonObject> events, String type) {
        return events.stream()
                .filter(event -> event.getString("type").equals(type))
                .count();
    }

    private static void assertChained(List<JsonObject> events) {
        List<JsonObject> added = events.stream()
                .filter(event -> event.getString("type").equals("conversation.item.added"))
                .toList();
        String previous = null;
        for (JsonObject event : added) {
            assertEquals(previous, event.getString("previous_item_id"));
            previous = event.getJsonObject("item").getString("id");
        }
        assertEquals(10, added.size());
    }

    private static void assertTranscribedAfterTheAnswer(List<JsonObject> events) {
        List<String> said = events.stream()
                .map(event -> event.getString("type"))
                .filter(type -> type.endsWith("transcript.done") || type.endsWith("transcription.completed"))
                .map(type -> type.startsWith("response") ? "interviewer" : "candidate")
                .toList();
        assertEquals(List.of("interviewer", "interviewer", "candidate"), said.subList(0, 3));
    }

    private static void assertDeltasAddUp(List<JsonObject> events) {
        JsonObject done = events.stream()
                .filter(event -> event.getString("type").equals("response.output_audio_transcript.done"))
                .findFirst()
                .orElseThrow();
        String pieces = events.stream()
                .filter(event -> event.getString("type").equals("response.output_audio_transcript.delta"))
                .filter(delta -> delta.getString("item_id").equals(done.getString("item_id")))
                .map(delta -> delta.getString("delta"))
                .reduce("", String::concat);
        assertEquals(done.getString("transcript"), pieces);
    }
}
