package dev.colloquy.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
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

    private static final Duration ARRIVAL = ofMillis(200);
    private static final Duration GOODBYE = ofMillis(500);
    private static final String END = "{\"type\":\"end_interview\",\"reason\":\"user_ended\"}";

    private VirtualTime time;
    private RunningSimulators simulators;
    private RoomServiceClient rooms;
    private AgentDispatchServiceClient dispatches;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of(), time);
        rooms = simulators.rooms();
        dispatches = simulators.dispatches();
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
        time.advance(ARRIVAL.minusMillis(1));
        assertEquals(List.of(), agents("fresh"));
        time.advance(ofMillis(1));
        ParticipantInfo agent = agents("fresh").getFirst();
        assertEquals("my-interviewer", agent.getAttributesMap().get("lk.agent_name"));
        assertEquals(1, agent.getTracksCount());
        assertEquals(JobStatus.JS_RUNNING, status("fresh", dispatch));
    }

    @Test
    @DisplayName("providers 1.3: each dispatch adds another agent, and is listed by its id")
    void isNotIdempotent() throws IOException {
        dispatch("twice");
        AgentDispatch second = dispatch("twice");
        time.advance(ARRIVAL);
        assertEquals(2, agents("twice").size());
        JsonObject query = new JsonObject().put("room", "twice").put("dispatch_id", second.getId());
        String listed = twirp("twice", "ListDispatch", query).body();
        assertEquals(1, new JsonObject(listed).getJsonArray("agent_dispatches").size());
    }

    @Test
    @DisplayName("providers 1.7: only the registered worker sends an agent; it leaves with its dispatch")
    void onlyTheRegisteredWorkerSendsAnAgentAndItLeavesWithItsDispatch() throws IOException {
        dispatches.createDispatch("agents", "nobody", "{}").execute();
        AgentDispatch dispatch = dispatch("agents");
        time.advance(ARRIVAL);
        assertEquals(1, agents("agents").size());
        dispatches.deleteDispatch("agents", dispatch.getId()).execute();
        assertEquals(List.of(), agents("agents"));
        assertEquals(
                404,
                dispatches.deleteDispatch("agents", dispatch.getId()).execute().code());
    }

    @Test
    @DisplayName("providers 1.7: without a registered worker there is no job, and nobody tries again")
    void nobodyComesWithoutAWorker() throws IOException {
        worker(new JsonObject().put("available", false));
        assertEquals(0, dispatch("lonely").getState().getJobsCount());
        worker(new JsonObject().put("available", true));
        assertEquals(0, time.advance(ofSeconds(60)));
        assertEquals(List.of(), agents("lonely"));
        dispatch("lonely");
        time.advance(ARRIVAL);
        assertEquals(1, agents("lonely").size());
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
    @DisplayName("providers 1.2: a dispatch carries 512 KiB of metadata, which the room does not show")
    void limitsMetadata() throws IOException {
        String most = "m".repeat(512 * 1024);
        JsonObject request = new JsonObject()
                .put("room", "heavy")
                .put("agent_name", "my-interviewer")
                .put("metadata", most);
        assertEquals(200, twirp("heavy", "CreateDispatch", request).statusCode());
        HttpResponse<String> refused = twirp("heavy", "CreateDispatch", request.put("metadata", most + "m"));
        assertEquals(400, refused.statusCode());
        assertEquals("invalid_argument", new JsonObject(refused.body()).getString("code"));
        JsonObject room = new JsonObject()
                .put("name", "heavier")
                .put("agents", JsonArray.of(new JsonObject().put("metadata", most + "m")));
        assertEquals(
                400,
                simulators
                        .twirp("RoomService/CreateRoom", Map.of("roomCreate", true), room)
                        .statusCode());
        assertEquals(
                "",
                rooms.listRooms(List.of("heavy")).execute().body().getFirst().getMetadata());
    }

    @Test
    @DisplayName("providers 1.7: the agent goes when the candidate hangs up")
    void leavesWhenTheCandidateHangsUp() throws IOException {
        AgentDispatch dispatch = candidateAndAgent("hung-up");
        simulators.leave("hung-up", "ada", "CLIENT_INITIATED");
        time.advance(GOODBYE);
        assertEquals(List.of(), agents("hung-up"));
        assertEquals(JobStatus.JS_SUCCESS, status("hung-up", dispatch));
    }

    @Test
    @DisplayName("providers 1.7: whom it is linked with is the first user; another who hangs up does not end it")
    void staysWhenSomebodyElseHangsUp() throws IOException {
        candidateAndAgent("linked");
        simulators.join(RunningSimulators.candidate("linked", "recruiter"));
        simulators.leave("linked", "recruiter", "CLIENT_INITIATED");
        assertEquals(0, time.advance(ofSeconds(60)));
        assertEquals(1, agents("linked").size());
        simulators.leave("linked", "ada", "CLIENT_INITIATED");
        time.advance(GOODBYE);
        assertEquals(List.of(), agents("linked"));
    }

    @Test
    @DisplayName("providers 1.7: an agent that came first is linked with whoever comes next, across reconnects")
    void isLinkedWithWhoComesNext() throws IOException {
        rooms.createRoom("early", null, null, null, null, null, null, null, 300).execute();
        dispatch("early");
        time.advance(ARRIVAL);
        simulators.join(RunningSimulators.candidate("early", "ada"));
        simulators.join(RunningSimulators.candidate("early", "bob"));
        simulators.leave("early", "ada", "CONNECTION_TIMEOUT");
        simulators.leave("early", "bob", "CLIENT_INITIATED");
        simulators.join(RunningSimulators.candidate("early", "ada"));
        time.advance(ofSeconds(60));
        assertEquals(1, agents("early").size());
        simulators.leave("early", "ada", "CLIENT_INITIATED");
        time.advance(GOODBYE);
        assertEquals(List.of(), agents("early"));
    }

    @Test
    @DisplayName(
            "providers 1.3, 1.7: the agent stays when the candidate's network is lost, and is evicted with the room")
    void waitsWhenTheCandidateIsLost() throws IOException {
        simulators.join(RunningSimulators.candidate("lost", "ada"));
        dispatch("lost");
        time.advance(ARRIVAL);
        simulators.leave("lost", "ada", "CONNECTION_TIMEOUT");
        time.advance(ofSeconds(20).minusMillis(1));
        assertEquals(1, agents("lost").size());
        time.advance(ofMillis(1));
        assertEquals(List.of(), rooms.listRooms(List.of("lost")).execute().body());
    }

    @Test
    @DisplayName("H1, providers 1.7: told by the server to end, the agent says goodbye and goes; the room stays")
    void leavesWhenItIsTold() throws IOException {
        candidateAndAgent("told");
        rooms.sendData("told", END.getBytes(UTF_8), DataPacket.Kind.RELIABLE).execute();
        time.advance(GOODBYE.minusMillis(1));
        assertEquals(1, agents("told").size());
        time.advance(ofMillis(1));
        assertEquals(List.of(), agents("told"));
        assertEquals(1, rooms.listParticipants("told").execute().body().size());
    }

    @Test
    @DisplayName("H1, providers 1.7: told by the candidate to end, the agent goes just the same")
    void leavesWhenTheCandidateTellsIt() throws IOException {
        candidateAndAgent("told");
        JsonObject message =
                new JsonObject().put("room", "told").put("identity", "ada").put("text", END);
        assertEquals(200, simulators.control("POST", "/livekit/data", message).statusCode());
        time.advance(GOODBYE);
        assertEquals(List.of(), agents("told"));
    }

    @Test
    @DisplayName("providers 1.3, 1.7: data for somebody else, or of another type, end nothing")
    void heedsOnlyWhatIsMeantForIt() throws IOException {
        candidateAndAgent("other");
        rooms.sendData("other", END.getBytes(UTF_8), DataPacket.Kind.RELIABLE, List.of(), List.of("ada"))
                .execute();
        rooms.sendData("other", "{\"type\":\"chat\"}".getBytes(UTF_8), DataPacket.Kind.RELIABLE)
                .execute();
        rooms.sendData("other", "end_interview".getBytes(UTF_8), DataPacket.Kind.RELIABLE)
                .execute();
        assertEquals(0, time.advance(ofSeconds(60)));
        assertEquals(1, agents("other").size());
        String agent = agents("other").getFirst().getIdentity();
        rooms.sendData("other", END.getBytes(UTF_8), DataPacket.Kind.RELIABLE, List.of(), List.of(agent))
                .execute();
        time.advance(GOODBYE);
        assertEquals(List.of(), agents("other"));
    }

    @Test
    @DisplayName("H2: an agent that does not leave, whoever asks, has to be removed")
    void staysUntilItIsRemoved() throws IOException {
        worker(new JsonObject().put("leaves", false));
        candidateAndAgent("deaf");
        rooms.sendData("deaf", END.getBytes(UTF_8), DataPacket.Kind.RELIABLE).execute();
        simulators.leave("deaf", "ada", "CLIENT_INITIATED");
        simulators.join(RunningSimulators.candidate("deaf", "ada"));
        time.advance(ofHours(1));
        assertEquals(1, agents("deaf").size());
        String agent = agents("deaf").getFirst().getIdentity();
        assertTrue(rooms.removeParticipant("deaf", agent).execute().isSuccessful());
        assertEquals(List.of(), agents("deaf"));
    }

    @Test
    void refusesSettingsOfTheWorkerItDoesNotUnderstand() {
        for (String field : List.of("available", "leaves", "joins_after_ms")) {
            HttpResponse<String> refused =
                    simulators.control("PUT", "/livekit/worker", new JsonObject().put(field, "perhaps"));
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains(field), refused.body());
        }
        JsonObject worker = new JsonObject(
                simulators.send(simulators.request("/control/livekit/worker")).body());
        assertTrue(worker.getBoolean("available") && worker.getBoolean("leaves"));
    }

    /** In a room that outlives both. */
    private AgentDispatch candidateAndAgent(String room) throws IOException {
        rooms.createRoom(room, null, null, null, null, null, null, null, 300).execute();
        simulators.join(RunningSimulators.candidate(room, "ada"));
        AgentDispatch dispatch = dispatch(room);
        time.advance(ARRIVAL);
        assertEquals(1, agents(room).size());
        return dispatch;
    }

    private AgentDispatch dispatch(String room) throws IOException {
        return dispatches.createDispatch(room, "my-interviewer", "{}").execute().body();
    }

    private void worker(JsonObject state) {
        assertEquals(200, simulators.control("PUT", "/livekit/worker", state).statusCode());
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

    private HttpResponse<String> twirp(String room, String method, JsonObject body) {
        return simulators.twirp("AgentDispatchService/" + method, Map.of("roomAdmin", true, "room", room), body);
    }
}
