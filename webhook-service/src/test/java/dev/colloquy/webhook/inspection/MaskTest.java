package dev.colloquy.webhook.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.colloquy.webhook.signature.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("W6 A body as an administrator sees it")
class MaskTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What people say, are called, and can be reached by. */
    private static final List<String> CANARIES = List.of(
            "Canary Müller",
            "canary@example.org",
            "+49 151 canary",
            "I am a canary, hire me",
            "canary/1",
            "Canary\u0000");

    /** Names that mean something somewhere, and others. */
    private static final List<String> NAMES = List.of(
            "id",
            "event",
            "type",
            "room",
            "name",
            "participant",
            "identity",
            "sid",
            "state",
            "status",
            "egressInfo",
            "data",
            "conversation_id",
            "transcript",
            "role",
            "message",
            "metadata",
            "dynamic_variables",
            "properties",
            "client_session_id",
            "fileResults",
            "duration",
            "conversation_initiation_client_data",
            "event_type",
            "x");

    @ParameterizedTest
    @EnumSource
    @DisplayName("W6 no text with a canary in it survives, wherever it is and whatever its field is called")
    void showsNoCanary(Provider provider) throws JsonProcessingException {
        var random = new Random(provider.ordinal());
        var mask = new Mask(ShownFields.of(provider));
        for (int i = 0; i < 2000; i++) {
            var body = anything(random, 5);
            var masked = JSON.writeValueAsString(mask.of(body));
            assertFalse(masked.toLowerCase(Locale.ROOT).contains("canary"), () -> body + " → " + masked);
        }
    }

    /** A tree whose every text, and some of whose names, are canaries. */
    private static JsonNode anything(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(8)) {
            case 0, 1, 2 -> NODES.textNode(any(random, CANARIES));
            case 3 -> NODES.numberNode(random.nextInt());
            case 4 -> {
                var array = NODES.arrayNode();
                random.ints(random.nextInt(4)).forEach(_ -> array.add(anything(random, depth - 1)));
                yield array;
            }
            default -> {
                var object = NODES.objectNode();
                random.ints(random.nextInt(6))
                        .forEach(_ -> object.set(
                                any(random, random.nextInt(5) == 0 ? CANARIES : NAMES), anything(random, depth - 1)));
                yield object;
            }
        };
    }

    private static String any(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    @ParameterizedTest
    @MethodSource
    void tellsTheProvidersWordsAndNobodyElses(Provider provider, String body, String masked)
            throws JsonProcessingException {
        var shown = new Mask(ShownFields.of(provider)).of(JSON.readTree(body));

        assertEquals(JSON.readTree(masked), shown);
    }

    static Stream<Arguments> tellsTheProvidersWordsAndNobodyElses() {
        return Stream.of(
                Arguments.of(Provider.LIVEKIT, """
                        {"event":"participant_left","id":"EV_x9","createdAt":"1790000000",
                         "room":{"sid":"RM_1","name":"iv_0190163d-8694-739b-aea5-966c26f8ad91","metadata":"{\\"a\\":1}"},
                         "participant":{"sid":"PA_1","identity":"candidate-0190163d-8694-739b-aea5-966c26f8ad91",
                          "name":"Zoë","kind":"AGENT","state":"ACTIVE","disconnectReason":"CLIENT_INITIATED",
                          "permission":{"canPublish":true},"attributes":{"Zoë":"x","Ada":"y"},"version":3}}""", """
                        {"event":"participant_left","id":"EV_x9","createdAt":"1790000000",
                         "room":{"sid":"RM_1","name":"iv_0190163d-8694-739b-aea5-966c26f8ad91","metadata":"•••(7)"},
                         "participant":{"sid":"PA_1","identity":"candidate-0190163d-8694-739b-aea5-966c26f8ad91",
                          "name":"•••(3)","kind":"AGENT","state":"ACTIVE","disconnectReason":"CLIENT_INITIATED",
                          "permission":{"canPublish":true},"attributes":{"•••(3)":"•••(1)","•••(3)#1":"•••(1)"},
                          "version":3}}"""),
                Arguments.of(Provider.LIVEKIT, """
                        {"event":"egress_ended","room":{"name":"lobby"},"participant":{"identity":"zoe"},
                         "egressInfo":{"egressId":"EG_1","roomName":"iv_zoe","status":"EGRESS_COMPLETE",
                          "fileResults":[{"filename":"rec/zoe.ogg","duration":"100","location":"https://s3/zoe.ogg"}],
                          "error":"no such bucket"}}""", """
                        {"event":"egress_ended","room":{"name":"•••(5)"},"participant":{"identity":"•••(3)"},
                         "egressInfo":{"egressId":"EG_1","roomName":"•••(6)","status":"EGRESS_COMPLETE",
                          "fileResults":[{"filename":"•••(11)","duration":"100","location":"•••(18)"}],
                          "error":"•••(14)"}}"""),
                Arguments.of(Provider.ELEVENLABS, """
                        {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"agent_id":"agent_1",
                         "conversation_id":"conv_1","status":"done","user_id":"zoe","transcript":[
                          {"role":"user","message":"I am Zoë","time_in_call_secs":3,"interrupted":false},
                          {"role":"agent","message":null}],
                         "conversation_initiation_client_data":{"dynamic_variables":
                          {"client_session_id":"0190163d-8694-739b-aea5-966c26f8ad91","name":"Zoë"}},
                         "analysis":{"call_successful":"success","transcript_summary":"Zoë was here",
                          "data_collection_results":{"email":{"value":"zoe@example.org"}}}}}""", """
                        {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"agent_id":"agent_1",
                         "conversation_id":"conv_1","status":"done","user_id":"•••(3)","transcript":[
                          {"role":"user","message":"•••(8)","time_in_call_secs":3,"interrupted":false},
                          {"role":"agent","message":null}],
                         "conversation_initiation_client_data":{"dynamic_variables":
                          {"client_session_id":"0190163d-8694-739b-aea5-966c26f8ad91","name":"•••(3)"}},
                         "analysis":{"call_successful":"success","transcript_summary":"•••(12)",
                          "data_collection_results":{"email":{"value":"•••(15)"}}}}}"""),
                Arguments.of(Provider.ELEVENLABS, """
                        {"type":"post_call_audio","data":{"conversation_id":"conv_1","full_audio":"SUQzBAAA",
                         "conversation_initiation_client_data":{"dynamic_variables":{"client_session_id":"zoe"}}},
                         "data.status":"zoe","status":"zoe"}""", """
                        {"type":"post_call_audio","data":{"conversation_id":"conv_1","full_audio":"•••(8)",
                         "conversation_initiation_client_data":{"dynamic_variables":{"client_session_id":"•••(3)"}}},
                         "•••(11)":"•••(3)","status":"•••(3)"}"""),
                Arguments.of(Provider.OPENAI, """
                        {"object":"event","id":"evt_1","type":"realtime.call.incoming","created_at":1790000000,
                         "data":{"call_id":"rtc_1","sip_headers":[{"name":"From","value":"sip:+4915112345@zoe"}]}}""", """
                        {"object":"event","id":"evt_1","type":"realtime.call.incoming","created_at":1790000000,
                         "data":{"call_id":"rtc_1","sip_headers":[{"name":"•••(4)","value":"•••(19)"}]}}"""),
                Arguments.of(Provider.TAVUS, """
                        {"event_type":"application.transcription_ready","conversation_id":"c1",
                         "timestamp":"2026-11-28T15:00:00Z","webhook_url":"https://us/webhooks/tavus/secret",
                         "properties":{"replica_id":"r1","transcript":[{"role":"user","content":"I am Zoë"}]}}""", """
                        {"event_type":"application.transcription_ready","conversation_id":"c1",
                         "timestamp":"2026-11-28T15:00:00Z","webhook_url":"•••(32)",
                         "properties":{"replica_id":"r1","transcript":[{"role":"user","content":"•••(8)"}]}}"""));
    }

    @Test
    void masksABodyThatIsNothingButText() throws JsonProcessingException {
        assertEquals(
                "•••(3)",
                new Mask(ShownFields.of(Provider.LIVEKIT))
                        .of(JSON.readTree("\"Zoë\""))
                        .asText());
    }

    @Test
    void readsWhatIsNestedAsDeepAsJsonMayBe() throws JsonProcessingException {
        var depth = 999;
        var body = JSON.readTree("[".repeat(depth) + "\"Zoë\"" + "]".repeat(depth));

        assertTrue(new Mask(ShownFields.of(Provider.TAVUS)).of(body).toString().contains("•••(3)"));
    }
}
