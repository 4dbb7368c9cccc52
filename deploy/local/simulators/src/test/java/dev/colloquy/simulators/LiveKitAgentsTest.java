package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import livekit.LivekitAgent.JobStatus;
import livekit.LivekitAgentDispatch.AgentDispatch;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Agents are dispatched, come, speak and go, as LiveKit's Java SDK sees it. */
class LiveKitAgentsTest {

    private RunningSimulators simulators;
    private RoomServiceClient rooms;
    private AgentDispatchServiceClient dispatches;

    @BeforeEach
    void start() {
        simulators = RunningSimulators.start(Map.of("SIMULATE_TIME_SCALE", "0.1"));
        rooms = RoomServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        dispatches = AgentDispatchServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 1.3: a dispatch creates its room, and gets its job and its agent")
    void aDispatchCreatesItsRoom() throws IOException {
        AgentDispatch dispatch = dispatch("fresh");
        assertEquals(1, dispatch.getState().getJobsCount());
        assertTrue(dispatch.getState().getCreatedAt() > 1_000_000_000_000_000_000L, "nanoseconds");
        awaitAgents("fresh", 1);
        ParticipantInfo agent = rooms.listParticipants("fresh").execute().body().getFirst();
        assertEquals("my-interviewer", agent.getAttributesMap().get("lk.agent_name"));
        assertEquals(1, agent.getTracksCount());
        assertEquals(JobStatus.JS_RUNNING, status("fresh", dispatch));
    }

    @Test
    @DisplayName("providers 1.3: each dispatch adds another agent")
    void isNotIdempotent() throws IOException {
        dispatch("twice");
        dispatch("twice");
        awaitAgents("twice", 2);
    }

    @Test
    @DisplayName("providers 1.7: without a registered worker there is no job, and nobody tries again")
    void nobodyComesWithoutAWorker() throws IOException {
        worker(new JsonObject().put("available", false));
        assertEquals(0, dispatch("lonely").getState().getJobsCount());
        worker(new JsonObject().put("available", true));
        await().during(ofMillis(200))
                .atMost(ofSeconds(5))
                .until(() -> agents("lonely").isEmpty());
        dispatch("lonely");
        awaitAgents("lonely", 1);
    }

    @Test
    @DisplayName("providers 1.7: a room that names no agent is dispatched to the nameless one, which is not here")
    void dispatchesTheNamelessAgentByDefault() throws IOException {
        rooms.createRoom("plain").execute();
        List<AgentDispatch> all = dispatches.listDispatch("plain").execute().body();
        assertEquals(List.of(""), all.stream().map(AgentDispatch::getAgentName).toList());
        assertEquals(0, all.getFirst().getState().getJobsCount());
    }

    @Test
    @DisplayName("providers 1.7: the agent goes when the candidate hangs up")
    void leavesWhenTheCandidateHangsUp() throws IOException {
        AgentDispatch dispatch = candidateAndAgent("hung-up");
        leave("hung-up", "CLIENT_INITIATED");
        awaitAgents("hung-up", 0);
        assertEquals(JobStatus.JS_SUCCESS, status("hung-up", dispatch));
    }

    @Test
    @DisplayName(
            "providers 1.3, 1.7: the agent stays when the candidate's network is lost, and is evicted with the room")
    void waitsWhenTheCandidateIsLost() throws IOException {
        simulators.join(RunningSimulators.candidate("lost", "ada"));
        dispatch("lost");
        awaitAgents("lost", 1);
        leave("lost", "CONNECTION_TIMEOUT");
        await().during(ofMillis(300))
                .atMost(ofSeconds(5))
                .until(() -> agents("lost").size() == 1);
        await().atMost(ofSeconds(20))
                .until(() -> rooms.listRooms(List.of("lost")).execute().body().isEmpty());
    }

    @Test
    @DisplayName("providers 1.7: asked by data message to end, the agent says goodbye and goes")
    void leavesWhenItIsTold() throws IOException {
        candidateAndAgent("told");
        byte[] message = "{\"type\":\"end_interview\"}".getBytes(StandardCharsets.UTF_8);
        rooms.sendData("told", message, DataPacket.Kind.RELIABLE).execute();
        awaitAgents("told", 0);
        assertEquals(1, rooms.listParticipants("told").execute().body().size());
    }

    /** In a room that outlives both. */
    private AgentDispatch candidateAndAgent(String room) throws IOException {
        rooms.createRoom(room, null, null, null, null, null, null, null, 300).execute();
        simulators.join(RunningSimulators.candidate(room, "ada"));
        AgentDispatch dispatch = dispatch(room);
        awaitAgents(room, 1);
        return dispatch;
    }

    private AgentDispatch dispatch(String room) throws IOException {
        return dispatches.createDispatch(room, "my-interviewer", "{}").execute().body();
    }

    private void leave(String room, String reason) {
        simulators.control(
                "/livekit/leave",
                new JsonObject().put("room", room).put("identity", "ada").put("reason", reason));
    }

    private void worker(JsonObject state) {
        assertEquals(200, simulators.control("PUT", "/livekit/worker", state).statusCode());
    }

    private void awaitAgents(String room, int count) {
        await().atMost(ofSeconds(10)).until(() -> agents(room).size() == count);
    }

    private List<ParticipantInfo> agents(String room) throws IOException {
        return rooms.listParticipants(room).execute().body().stream()
                .filter(participant -> participant.getKind() == ParticipantInfo.Kind.AGENT)
                .toList();
    }

    private JobStatus status(String room, AgentDispatch dispatch) throws IOException {
        return dispatches.listDispatch(room).execute().body().stream()
                .filter(found -> found.getId().equals(dispatch.getId()))
                .findFirst()
                .orElseThrow()
                .getState()
                .getJobs(0)
                .getState()
                .getStatus();
    }
}
