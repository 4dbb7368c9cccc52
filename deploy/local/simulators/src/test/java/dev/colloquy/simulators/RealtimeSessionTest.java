package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens within a session, in a time that stands still until the test moves it. */
class RealtimeSessionTest {

    private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";
    private static final JsonObject WRITES = new JsonObject().put("output_modalities", JsonArray.of("text"));

    private VirtualTime time;
    private RunningSimulators simulators;
    private RealtimeCalls calls;

    @BeforeEach
    void start() {
        time = new VirtualTime(Instant.parse("2026-12-01T09:00:00Z"));
        simulators = RunningSimulators.start(Map.of(), time);
        calls = new RealtimeCalls(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 3.2: a cancelled response still ends what it has begun, with what it had said until then")
    void endsWhatItHasBegun() {
        RealtimeClient sideband = RealtimeClient.sideband(simulators, calls.placed());
        String said = firstWords(sideband);
        sideband.send("response.cancel");
        JsonObject done = sideband.next("response.done").getJsonObject("response");
        sideband.catchUp();

        assertEquals(
                List.of(
                        "response.output_audio.done",
                        "response.output_audio_transcript.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "conversation.item.done",
                        "response.done",
                        "output_audio_buffer.stopped"),
                sideband.types()
                        .subList(
                                sideband.types().indexOf("response.output_audio.done"),
                                sideband.types().indexOf("error")));
        assertEquals(
                said, sideband.next("response.output_audio_transcript.done").getString("transcript"));
        JsonObject item = done.getJsonArray("output").getJsonObject(0);
        assertEquals("incomplete", item.getString("status"));
        assertEquals(said, item.getJsonArray("content").getJsonObject(0).getString("transcript"));
        assertEquals("cancelled", done.getString("status"));
    }

    @Test
    @DisplayName("providers 3.2: a response cancelled before its first word has nothing to end")
    void endsNothingBeforeItBegan() {
        RealtimeClient sideband = RealtimeClient.sideband(simulators, calls.placed());
        sideband.send("response.create");
        sideband.send("response.cancel");
        JsonObject done = sideband.next("response.done").getJsonObject("response");
        assertEquals(new JsonArray(), done.getJsonArray("output"));
        assertEquals(List.of("session.created", "response.created", "response.done"), sideband.types());
    }

    @Test
    @DisplayName("providers 3.2: on barge-in the interrupted turn is told with its text, then its rest is taken back")
    void tellsAnInterruptedTurn() {
        RealtimeClient sideband = RealtimeClient.sideband(simulators, calls.placed());
        String said = firstWords(sideband);
        sideband.send(sound(100));
        JsonObject truncated = sideband.next("conversation.item.truncated");
        assertEquals(
                said, sideband.next("response.output_audio_transcript.done").getString("transcript"));
        assertEquals(
                truncated.getString("item_id"),
                sideband.next("response.output_item.done").getJsonObject("item").getString("id"));
        assertEquals(
                "turn_detected",
                sideband.next("response.done")
                        .getJsonObject("response")
                        .getJsonObject("status_details")
                        .getString("reason"));
        List<String> types = sideband.types();
        assertTrue(types.indexOf("input_audio_buffer.speech_started") < types.indexOf("response.done"));
        assertTrue(types.indexOf("response.done") < types.indexOf("output_audio_buffer.cleared"));
    }

    @Test
    @DisplayName("providers 3.2: items are put where previous_item_id says; the chain has no gap where one was deleted")
    void putsItemsInTheirPlace() {
        RealtimeClient client = RealtimeClient.session(simulators, WRITES);
        assertNull(create(client, "b", null));
        assertEquals("b", create(client, "d", null));
        assertEquals("b", create(client, "c", "b"));
        assertNull(create(client, "a", "root"));
        client.send(new JsonObject().put("type", "conversation.item.delete").put("item_id", "d"));
        client.next("conversation.item.deleted");
        assertEquals("c", create(client, "e", null));
        JsonObject error = client.refused(item("f", "d"));
        assertEquals("previous_item_id", error.getString("param"));
        assertEquals(
                "item_delete_invalid_item_id",
                client.refused(new JsonObject()
                                .put("type", "conversation.item.delete")
                                .put("item_id", "f"))
                        .getString("code"));
    }

    @Test
    @DisplayName("providers 3.2: a transcription that fails names its item, and the conversation goes on")
    void failsToTranscribe() {
        String callId = calls.placed();
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        JsonObject mumbled =
                new JsonObject().put("text", "I led a team of four people.").put("transcribed", false);
        assertEquals(200, calls.control(callId, "next-words", mumbled).statusCode());
        speak(sideband);
        String item = sideband.next("input_audio_buffer.committed").getString("item_id");
        time.advance(ofSeconds(10));
        JsonObject failed = sideband.next(TRANSCRIPTION + "failed");
        assertEquals(item, failed.getString("item_id"));
        assertEquals("server_error", failed.getJsonObject("error").getString("type"));
        sideband.next("response.done");
        assertEquals(
                List.of(),
                sideband.of(TRANSCRIPTION + "completed").stream()
                        .filter(completed -> completed.getString("item_id").equals(item))
                        .toList());
        JsonObject strange = new JsonObject().put("text", "x").put("transcribed", "no");
        assertEquals(400, calls.control(callId, "next-words", strange).statusCode());
    }

    @Test
    @DisplayName("providers 3.3: a transcription model that is gone fails each transcription, and no call")
    void failsWithAModelThatIsGone() {
        RealtimeClient client = RealtimeClient.session(simulators, listening(new JsonObject(), "gpt-nothing"));
        speak(client);
        time.advance(ofSeconds(1));
        assertEquals(
                "model_not_found",
                client.next(TRANSCRIPTION + "failed").getJsonObject("error").getString("code"));
    }

    @Test
    @DisplayName("providers 3.2: without transcription nothing is transcribed")
    void transcribesNothing() {
        JsonObject input = new JsonObject().putNull("transcription");
        RealtimeClient client = RealtimeClient.session(simulators, audio(input));
        speak(client);
        time.advance(ofSeconds(60));
        client.catchUp();
        assertTrue(client.types().stream().noneMatch(type -> type.startsWith(TRANSCRIPTION)), client.types() + "");
    }

    @Test
    @DisplayName("providers 3.2: without create_response a turn that ends is committed and transcribed, not answered")
    void waitsToBeAsked() {
        JsonObject detection = new JsonObject().put("type", "server_vad").put("create_response", false);
        RealtimeClient client = RealtimeClient.session(simulators, listening(detection, "gpt-transcribe"));
        speak(client);
        time.advance(ofSeconds(1));
        client.next(TRANSCRIPTION + "completed");
        client.catchUp();
        assertFalse(client.types().contains("response.created"));
    }

    @Test
    @DisplayName("providers 3.2: without interrupt_response the model finishes what it says")
    void isNotInterrupted() {
        JsonObject detection = new JsonObject().put("type", "server_vad").put("interrupt_response", false);
        RealtimeClient client = RealtimeClient.session(
                simulators, listening(detection, "gpt-transcribe").mergeIn(WRITES));
        client.send("response.create");
        client.next("response.created");
        time.advance(ofMillis(40));
        speak(client);
        time.advance(ofSeconds(1));
        JsonObject done = client.next("response.done").getJsonObject("response");
        assertEquals("completed", done.getString("status"));
        assertEquals(1, client.of("response.created").size());
    }

    @Test
    @DisplayName("providers 3.2: semantic detection waits the longer the less eager it is")
    void waitsByEagerness() {
        Map.of("low", 2000, "medium", 1000, "auto", 1000, "high", 500).forEach((eagerness, milliseconds) -> {
            JsonObject detection = new JsonObject().put("type", "semantic_vad").put("eagerness", eagerness);
            RealtimeClient client = RealtimeClient.session(simulators, listening(detection, "gpt-transcribe"));
            client.send(sound(600));
            client.send(silence(milliseconds - 10));
            client.catchUp();
            assertEquals(List.of(), client.of("input_audio_buffer.speech_stopped"), eagerness);
            client.send(silence(10));
            assertEquals(
                    600 + milliseconds,
                    client.next("input_audio_buffer.speech_stopped").getInteger("audio_end_ms"),
                    eagerness);
        });
        RealtimeClient usual = RealtimeClient.session(simulators, new JsonObject());
        JsonObject changed = usual.update(
                audio(new JsonObject().put("turn_detection", new JsonObject().put("type", "semantic_vad"))));
        assertEquals(
                new JsonObject()
                        .put("type", "semantic_vad")
                        .put("create_response", true)
                        .put("interrupt_response", true)
                        .put("eagerness", "auto"),
                changed.getJsonObject("audio").getJsonObject("input").getJsonObject("turn_detection"));
    }

    @Test
    @DisplayName("R11: a call plays what was chosen for its group beforehand, or for itself before anybody speaks")
    void playsWhatWasChosen() {
        choose("interview-7", "team-lead");
        JsonObject tracing = new JsonObject().put("workflow_name", "interview").put("group_id", "interview-7");
        String grouped = calls.placed(RealtimeCalls.SESSION.copy().put("tracing", tracing));
        String placed = calls.placed();
        choose(placed, "team-lead");
        String other = calls.placed();
        assertEquals(question(grouped), question(placed));
        assertFalse(question(other).equals(question(placed)));
    }

    @Test
    @DisplayName("R11: an interview without any browser is played on demand, followed on a sideband, and hung up")
    void playsAnInterviewOnDemand() {
        assertEquals(200, play("rtc_played").statusCode());
        RealtimeClient sideband = RealtimeClient.sideband(simulators, "rtc_played");
        sideband.next("session.created");
        time.advance(ofMinutes(5));
        assertTrue(sideband.next("response.output_audio_transcript.done", 5)
                .getString("transcript")
                .endsWith("Goodbye!"));
        sideband.next("response.function_call_arguments.done");
        sideband.next(TRANSCRIPTION + "completed", 4);
        assertEquals(400, play("rtc_played").statusCode());
        assertEquals(400, play("call 1").statusCode());
        calls.control("rtc_played", "hang-up", new JsonObject());
        assertEquals("1000", sideband.end());
    }

    @Test
    @DisplayName("R11: the fault disconnect loses a call after a while, without a closing handshake")
    void losesACallByFault() {
        simulators.arm("openai.media", "disconnect", Map.of("ms", 100_000));
        String callId = calls.placed();
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        sideband.next("session.created");
        time.advance(ofMillis(99_999));
        assertTrue(calls.areOn().contains(callId));
        time.advance(ofMillis(1));
        assertEquals("cut off", sideband.end());
        assertFalse(calls.areOn().contains(callId));
    }

    @Test
    @DisplayName("providers 3.3: after 60 minutes comes session_expired, and the socket is closed with 1001")
    void expires() {
        RealtimeClient sideband = RealtimeClient.sideband(simulators, calls.placed());
        sideband.next("session.created");
        time.advance(ofMinutes(60));
        assertEquals(
                "session_expired", sideband.next("error").getJsonObject("error").getString("code"));
        assertEquals("1001 Your session hit the maximum duration of 60 minutes.", sideband.end());
    }

    private HttpResponse<String> play(String callId) {
        return simulators.control("POST", "/openai/calls", new JsonObject().put("call_id", callId));
    }

    private void choose(String id, String script) {
        simulators.control("PUT", "/scripts/" + id, new JsonObject().put("script", script));
    }

    private String question(String callId) {
        RealtimeClient sideband = RealtimeClient.sideband(simulators, callId);
        sideband.send("response.create");
        sideband.next("response.created");
        time.advance(ofSeconds(2));
        return sideband.next("response.output_audio_transcript.done").getString("transcript");
    }

    /** Lets the model begin, and answers what it has said so far. */
    private String firstWords(RealtimeClient sideband) {
        sideband.send("response.create");
        sideband.next("response.created");
        time.advance(ofMillis(70));
        String said = sideband.next("response.output_audio_transcript.delta", 2).getString("delta");
        return sideband.next("response.output_audio_transcript.delta").getString("delta") + said;
    }

    /** The id of the item it was put after. */
    private static String create(RealtimeClient client, String id, String previous) {
        int before = client.of("conversation.item.done").size();
        client.send(item(id, previous));
        JsonObject done = client.next("conversation.item.done", before + 1);
        assertEquals(id, done.getJsonObject("item").getString("id"));
        return done.getString("previous_item_id");
    }

    private static JsonObject item(String id, String previous) {
        JsonObject text = new JsonObject().put("type", "input_text").put("text", "Item " + id + ".");
        return new JsonObject()
                .put("type", "conversation.item.create")
                .put("previous_item_id", previous)
                .put(
                        "item",
                        new JsonObject()
                                .put("id", id)
                                .put("type", "message")
                                .put("role", "user")
                                .put("content", JsonArray.of(text)));
    }

    private static JsonObject listening(JsonObject detection, String transcriber) {
        return audio(new JsonObject()
                .put("turn_detection", detection)
                .put("transcription", new JsonObject().put("model", transcriber)));
    }

    private static JsonObject audio(JsonObject input) {
        return WRITES.copy().put("audio", new JsonObject().put("input", input));
    }

    /** Says something and waits until it was heard. */
    private static void speak(RealtimeClient client) {
        client.send(sound(600));
        client.send(silence(600));
        client.next("input_audio_buffer.committed");
    }

    private static JsonObject sound(int milliseconds) {
        return append(milliseconds, (short) 8000);
    }

    private static JsonObject silence(int milliseconds) {
        return append(milliseconds, (short) 0);
    }

    private static JsonObject append(int milliseconds, short loudness) {
        ByteBuffer pcm = ByteBuffer.allocate(48 * milliseconds).order(ByteOrder.LITTLE_ENDIAN);
        while (pcm.hasRemaining()) {
            pcm.putShort(loudness);
        }
        return new JsonObject()
                .put("type", "input_audio_buffer.append")
                .put("audio", Base64.getEncoder().encodeToString(pcm.array()));
    }
}
