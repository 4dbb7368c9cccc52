package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A client with a microphone at the conversation socket. */
class ElevenLabsSocketTest {

    private static final int MILLISECONDS = 100;

    private VirtualTime time;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of(), time);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 2.1: the agent speaks, hears a turn end by its silence, and asks on")
    void holdsASpokenConversation() {
        Caller caller = call("agent_voice");
        JsonObject metadata = caller.begin(new JsonObject());
        assertEquals("pcm_16000", metadata.getString("user_input_audio_format"));
        caller.next("agent_response");
        JsonObject audio = caller.next("audio").getJsonObject("audio_event");
        assertTrue(Base64.getDecoder().decode(audio.getString("audio_base_64")).length > 1000);
        time.advance(ofSeconds(2));
        caller.next("ping");

        caller.speak(6);
        caller.beSilent(8);
        String words = caller.next("user_transcript")
                .getJsonObject("user_transcription_event")
                .getString("user_transcript");
        assertTrue(words.contains("payment service"), words);
        time.advance(ofMillis(400));
        caller.next("agent_response", 2);
    }

    @Test
    @DisplayName("providers 2.1: who speaks while the agent does interrupts it, and the transcript says what was heard")
    void isInterrupted() {
        Caller caller = call("agent_interrupted");
        String id = caller.begin(new JsonObject()).getString("conversation_id");
        caller.next("audio");
        time.advance(ofSeconds(1));
        caller.speak(3);
        caller.next("interruption");
        JsonObject correction =
                caller.next("agent_response_correction").getJsonObject("agent_response_correction_event");
        String whole = correction.getString("original_agent_response");
        String heard = correction.getString("corrected_agent_response");
        assertTrue(heard.startsWith("Hello") && whole.length() > heard.length(), heard);
        caller.hangUp();
        await().atMost(ofSeconds(30)).until(() -> "processing".equals(read(id).getString("status")));
        JsonObject line = read(id).getJsonArray("transcript").getJsonObject(0);
        assertEquals(heard, line.getString("message"));
        assertEquals(whole, line.getString("original_message"));
        assertEquals("Client disconnected", read(id).getJsonObject("metadata").getString("termination_reason"));
    }

    @Test
    @DisplayName("providers 2.1: a call ends at the agent's longest duration")
    void expires() {
        set("agent_short", new JsonObject().put("max_duration_seconds", 120));
        Caller caller = call("agent_short");
        String id = caller.begin(new JsonObject()).getString("conversation_id");
        time.advance(ofSeconds(120).minusMillis(1));
        assertEquals("in-progress", read(id).getString("status"));
        time.advance(ofMillis(1));
        assertEquals("max_duration_exceeded", caller.error());
        assertEquals(1000, caller.closed());
        assertEquals(120, read(id).getJsonObject("metadata").getInteger("call_duration_secs"));
    }

    @Test
    @DisplayName("providers 2.1: the client may say how long the call may last, if the owner allows overrides")
    void expiresWhenTheClientSays() {
        JsonObject override = new JsonObject()
                .put(
                        "conversation_config_override",
                        new JsonObject().put("conversation", new JsonObject().put("max_duration_seconds", 30)));
        Caller forbidden = call("agent_strict");
        forbidden.send(override.copy().put("type", "conversation_initiation_client_data"));
        assertEquals("override_error", forbidden.error());
        assertEquals(1008, forbidden.closed());

        set("agent_lenient", new JsonObject().put("allow_overrides", true));
        Caller caller = call("agent_lenient");
        String id = caller.begin(override).getString("conversation_id");
        time.advance(ofSeconds(30));
        assertEquals("max_duration_exceeded", caller.error());
        assertEquals(30, read(id).getJsonObject("metadata").getInteger("call_duration_secs"));
    }

    @Test
    @DisplayName("providers 2.1: dynamic variables are flat, and those that begin with system__ are ElevenLabs' own")
    void refusesVariablesThatAreNotTheClients() {
        for (JsonObject variables : List.of(
                new JsonObject().put("system__conversation_id", "mine"),
                new JsonObject().put("nested", new JsonObject()))) {
            Caller caller = call("agent_variables");
            caller.send(new JsonObject()
                    .put("type", "conversation_initiation_client_data")
                    .put("dynamic_variables", variables));
            assertEquals("value_error", caller.error());
            assertEquals(1008, caller.closed());
        }
    }

    @Test
    void refusesWhatItCannotReadAndAStrangersAgent() {
        Caller caller = call("agent_unread");
        caller.socket.sendText("no json", true).join();
        assertEquals("invalid_message", caller.error());
        assertEquals(1008, caller.closed());
        Caller stranger = new Caller(
                simulators,
                URI.create(simulators.url().replace("http", "ws") + "/v1/convai/conversation?agent_id=agent_private"));
        assertEquals(3000, stranger.closed());
    }

    @Test
    @DisplayName("providers 2.1: a call that is ended elsewhere is closed")
    void isClosedWhenTheCallIsEndedElsewhere() {
        Caller caller = call("agent_ended");
        String id = caller.begin(new JsonObject()).getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        time.advance(ofSeconds(2));
        assertEquals(1000, caller.closed());
    }

    private void set(String agentId, JsonObject settings) {
        assertEquals(
                200,
                simulators
                        .control("PUT", "/elevenlabs/agents/" + agentId, settings)
                        .statusCode());
    }

    private JsonObject read(String id) {
        return new JsonObject(simulators
                .send(simulators
                        .request("/v1/convai/conversations/" + id)
                        .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY))
                .body());
    }

    private Caller call(String agentId) {
        var request = simulators
                .request("/v1/convai/conversation/get-signed-url?agent_id=" + agentId)
                .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY);
        String url = new JsonObject(simulators.send(request).body()).getString("signed_url");
        return new Caller(simulators, URI.create(url));
    }

    /** A browser without a browser. */
    private static final class Caller implements WebSocket.Listener {

        private final List<JsonObject> events = new CopyOnWriteArrayList<>();
        private final List<Integer> closed = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Caller(RunningSimulators simulators, URI url) {
            socket = simulators
                    .http()
                    .newWebSocketBuilder()
                    .subprotocols("convai")
                    .buildAsync(url, this)
                    .join();
        }

        /** What the agent's side says when the conversation begins. */
        JsonObject begin(JsonObject initiation) {
            send(initiation.copy().put("type", "conversation_initiation_client_data"));
            return next("conversation_initiation_metadata").getJsonObject("conversation_initiation_metadata_event");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                events.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.add(code);
            return null;
        }

        void send(JsonObject message) {
            socket.sendText(message.encode(), true).join();
        }

        void speak(int pieces) {
            say(pieces, 8000);
        }

        void beSilent(int pieces) {
            say(pieces, 0);
        }

        private void say(int pieces, int loudness) {
            ByteBuffer pcm = ByteBuffer.allocate(MILLISECONDS * 32).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; pcm.hasRemaining(); i++) {
                pcm.putShort((short) (i % 40 < 20 ? loudness : -loudness));
            }
            for (int piece = 0; piece < pieces; piece++) {
                send(new JsonObject()
                        .put("user_audio_chunk", Base64.getEncoder().encodeToString(pcm.array())));
            }
        }

        void hangUp() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "User ended conversation")
                    .join();
        }

        String error() {
            return next("error").getJsonObject("error_event").getString("error_type");
        }

        int closed() {
            await().atMost(ofSeconds(30)).until(() -> !closed.isEmpty());
            return closed.getFirst();
        }

        JsonObject next(String type) {
            return next(type, 1);
        }

        JsonObject next(String type, int nth) {
            return await(nth + ". " + type)
                    .atMost(ofSeconds(30))
                    .until(() -> of(type), found -> found.size() >= nth)
                    .get(nth - 1);
        }

        private List<JsonObject> of(String type) {
            return events.stream()
                    .filter(event -> event.getString("type").equals(type))
                    .toList();
        }
    }
}
