package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A client with a microphone at the conversation socket. */
class ElevenLabsSocketTest {

    private static final int MILLISECONDS = 100;

    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of("SIMULATE_TIME_SCALE", "0.1"));
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 2.1: the agent speaks, hears a turn end by its silence, and asks on")
    void holdsASpokenConversation() {
        Caller caller = new Caller("agent_voice");
        caller.send(new JsonObject().put("type", "conversation_initiation_client_data"));
        JsonObject metadata =
                caller.next("conversation_initiation_metadata").getJsonObject("conversation_initiation_metadata_event");
        assertEquals("pcm_16000", metadata.getString("user_input_audio_format"));
        caller.next("agent_response");
        JsonObject audio = caller.next("audio").getJsonObject("audio_event");
        assertTrue(Base64.getDecoder().decode(audio.getString("audio_base_64")).length > 1000);
        await().atMost(ofSeconds(5)).until(() -> caller.count("ping") > 0);

        caller.speak(6);
        caller.beSilent(8);
        String words = caller.next("user_transcript")
                .getJsonObject("user_transcription_event")
                .getString("user_transcript");
        assertTrue(words.contains("payment service"), words);
        await().atMost(ofSeconds(5)).until(() -> caller.count("agent_response") == 2);
    }

    @Test
    @DisplayName("providers 2.1: who speaks while the agent does interrupts it, and the transcript says what was heard")
    void isInterrupted() {
        Caller caller = new Caller("agent_interrupted");
        caller.send(new JsonObject().put("type", "conversation_initiation_client_data"));
        String id = caller.next("conversation_initiation_metadata")
                .getJsonObject("conversation_initiation_metadata_event")
                .getString("conversation_id");
        caller.next("audio");
        caller.speak(3);
        caller.next("interruption");
        JsonObject correction =
                caller.next("agent_response_correction").getJsonObject("agent_response_correction_event");
        String whole = correction.getString("original_agent_response");
        String heard = correction.getString("corrected_agent_response");
        assertTrue(whole.length() > heard.length(), heard);
        caller.hangUp();
        await().atMost(ofSeconds(5)).until(() -> "done".equals(read(id).getString("status")));
        JsonObject line = read(id).getJsonArray("transcript").getJsonObject(0);
        assertEquals(heard, line.getString("message"));
        assertEquals(whole, line.getString("original_message"));
        assertEquals("Client disconnected", read(id).getJsonObject("metadata").getString("termination_reason"));
    }

    @Test
    @DisplayName("providers 2.1: a call ends at the agent's longest duration")
    void expires() {
        set("agent_short", new JsonObject().put("max_duration_seconds", 2));
        Caller caller = new Caller("agent_short");
        caller.send(new JsonObject().put("type", "conversation_initiation_client_data"));
        assertEquals(
                "max_duration_exceeded",
                caller.next("error").getJsonObject("error_event").getString("error_type"));
        await().atMost(ofSeconds(5)).until(() -> caller.closed.contains(1000));
    }

    @Test
    void refusesWhatItCannotReadAndAStrangersAgent() {
        Caller caller = new Caller("agent_unread");
        caller.socket.sendText("no json", true).join();
        assertEquals(
                "invalid_message",
                caller.next("error").getJsonObject("error_event").getString("error_type"));
        await().atMost(ofSeconds(5)).until(() -> caller.closed.contains(1008));
        Caller stranger = new Caller(
                URI.create(simulators.url().replace("http", "ws") + "/v1/convai/conversation?agent_id=agent_private"));
        await().atMost(ofSeconds(5)).until(() -> stranger.closed.contains(3000));
    }

    @Test
    void isClosedWhenTheCallIsEndedElsewhere() {
        Caller caller = new Caller("agent_ended");
        caller.send(new JsonObject().put("type", "conversation_initiation_client_data"));
        String id = caller.next("conversation_initiation_metadata")
                .getJsonObject("conversation_initiation_metadata_event")
                .getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        await().atMost(ofSeconds(5)).until(() -> caller.closed.contains(1000));
    }

    private static void set(String agentId, JsonObject settings) {
        assertEquals(
                200,
                simulators
                        .control("PUT", "/elevenlabs/agents/" + agentId, settings)
                        .statusCode());
    }

    private static JsonObject read(String id) {
        return new JsonObject(simulators
                .send(simulators
                        .request("/v1/convai/conversations/" + id)
                        .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY))
                .body());
    }

    /** A browser without a browser. */
    private static final class Caller implements WebSocket.Listener {

        private final List<JsonObject> events = new CopyOnWriteArrayList<>();
        private final List<Integer> closed = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Caller(String agentId) {
            this(signedUrl(agentId));
        }

        Caller(URI url) {
            socket = simulators
                    .http()
                    .newWebSocketBuilder()
                    .subprotocols("convai")
                    .buildAsync(url, this)
                    .join();
        }

        private static URI signedUrl(String agentId) {
            var request = simulators
                    .request("/v1/convai/conversation/get-signed-url?agent_id=" + agentId)
                    .method("GET", BodyPublishers.noBody())
                    .header("xi-api-key", RunningSimulators.ELEVENLABS_KEY);
            return URI.create(new JsonObject(simulators.send(request).body()).getString("signed_url"));
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

        JsonObject next(String type) {
            await().atMost(ofSeconds(5)).until(() -> count(type) > 0);
            return first(type).orElseThrow();
        }

        long count(String type) {
            return events.stream()
                    .filter(event -> event.getString("type").equals(type))
                    .count();
        }

        private Optional<JsonObject> first(String type) {
            return events.stream()
                    .filter(event -> event.getString("type").equals(type))
                    .findFirst();
        }
    }
}
