package dev.colloquy.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.NodeProject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The candidate is Chromium: real sound over a real call, negotiated through the edge and the gateway. */
class BrowserInterviewIT {

    private static final Path REALTIME = Path.of("../simulators/src/test/node/realtime");

    @Test
    @DisplayName("R2, R3, R11: a browser is interviewed by voice and hangs up; a report quotes what the server heard")
    void isInterviewedByVoice() {
        var seen = interview("candidate", "", "user");
        assertEquals(JsonArray.of("sdp_answer", "session_ended", "interview_ended"), seen.getJsonArray("told"));
    }

    @Test
    @DisplayName("R3: an interview by voice ends by the interviewer's tool, after his goodbye")
    void isEndedByTheInterviewer() {
        var seen = interview("interviewer", "", "agent");
        assertEquals(JsonArray.of("sdp_answer", "session_ended", "interview_ended"), seen.getJsonArray("told"));
    }

    @Test
    @DisplayName(
            "R6, G08: the gateway is killed in mid-call; the call goes on, the browser comes back, nothing is lost")
    void outlivesAKilledGateway() throws IOException {
        RunningStack.address();
        var running = StackAddress.read(RunningStack.data().resolve("run/stack.env"));
        var seen = interview("candidate", running.get("PID_GATEWAY"), "user");
        assertEquals(1006, seen.getJsonObject("broken").getInteger("code"), seen.encode());
        assertTrue(seen.getJsonArray("stored").size() >= 4, seen.encode());
        assertEquals(JsonArray.of("sdp_answer", "ack", "session_ended", "interview_ended"), seen.getJsonArray("told"));
    }

    private static JsonObject interview(String ends, String gateway, String endedBy) {
        var stack = RunningStack.address();
        var chromium = NodeProject.install(Path.of("target/node/browser"), REALTIME, Path.of("src/test/node/browser"));
        try (var web = new Web(stack.edge())) {
            var steps = new Steps(System.out, Clock.systemUTC(), Duration.ofMinutes(2));
            var details = new BookedInterview(stack, web, steps, Clock.systemUTC()).admitted();
            var interview = details.getString("sessionId");
            var me = details.getString("sessionToken");
            var seen = new JsonObject(chromium.script(
                    "interview.mjs",
                    Map.of(
                            "EDGE",
                            stack.edge(),
                            "SESSION",
                            interview,
                            "BEARER",
                            me,
                            "ENDS",
                            ends,
                            "GATEWAY",
                            gateway)));
            verify(seen);
            var results = steps.await(
                    "the report is there",
                    () -> web.get(stack.edge() + "/api/interviews/" + interview + "/results", me),
                    Results::areComplete);
            Results.verify(results, false);
            assertEquals(endedBy, results.getJsonObject("interview").getString("endedBy"), results.encode());
            return seen;
        }
    }

    private static void verify(JsonObject seen) {
        assertEquals("hybrid", seen.getString("mode"));
        assertEquals("colloquy", seen.getString("subprotocol"));
        assertTrue(seen.getDouble("heardEnergy") > 0.01, "heard " + seen.getDouble("heardEnergy"));
        assertTrue(seen.getJsonObject("session").encode().contains("end_session"), "no way to end: " + seen.encode());
        assertEquals(1000, seen.getJsonObject("closed").getInteger("code"), seen.encode());
    }
}
