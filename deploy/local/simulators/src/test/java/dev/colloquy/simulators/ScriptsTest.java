package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which interview is played, by what kind of candidate, in which words. */
class ScriptsTest {

    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @AfterEach
    void forget() {
        simulators.control("DELETE", "/scripts/default", new JsonObject());
    }

    @Test
    void tellsWhatThereIsToChoose() {
        JsonObject scripts = get("/scripts");
        assertEquals(2, scripts.getJsonArray("scripts").size());
        assertEquals(6, scripts.getJsonArray("candidates").size());
        assertEquals(
                "good", scripts.getJsonObject("chosen").getJsonObject("default").getString("candidate"));
    }

    @Test
    void saysTheSameWithTheSameSeed() {
        String first = choose("a", "rambling", 7).encode();
        assertEquals(first, choose("b", "rambling", 7).encode());
        assertNotEquals(first, choose("c", "rambling", 8).encode());
    }

    @Test
    void playsEveryKindOfCandidate() {
        List<String> good = answers(choose("g", "good", 0));
        assertEquals(4, good.size());
        assertTrue(length(answers(choose("s", "short", 0))) < length(good) / 2);
        assertTrue(length(answers(choose("r", "rambling", 0))) > length(good));
        assertTrue(answers(choose("n", "silent", 0)).isEmpty());
        assertTrue(answers(choose("h", "hostile", 3)).stream()
                .anyMatch(answer -> answer.contains("Ignore all")
                        || answer.contains("System:")
                        || answer.contains("</transcript>")
                        || answer.contains("end_interview")));
        JsonObject leaves = choose("l", "leaves-early", 0);
        assertEquals(1, answers(leaves).size());
        assertTrue(leaves.getBoolean("candidateLeaves"));
    }

    @Test
    void letsAConversationPlayWhatWasChosenForIt() {
        choose("conv_chosen", "short", 0);
        String chosen = transcriptOf("conv_chosen");
        assertFalse(chosen.contains("two million transactions every day"));
        assertTrue(transcriptOf("conv_other").contains("two million transactions every day"));
        simulators.control(
                "PUT",
                "/scripts/default",
                new JsonObject().put("script", "team-lead").put("candidate", "silent"));
        assertTrue(transcriptOf("conv_another").contains("Are you still there?"));
    }

    @Test
    void namesTheFieldItRefuses() {
        assertRefused("script", new JsonObject().put("script", "poker"));
        assertRefused("candidate", new JsonObject().put("candidate", "bored"));
        assertRefused("seed", new JsonObject().put("seed", "x"));
    }

    private static JsonObject choose(String id, String candidate, int seed) {
        JsonObject choice = new JsonObject().put("candidate", candidate).put("seed", seed);
        return new JsonObject(
                simulators.control("PUT", "/scripts/" + id, choice).body());
    }

    private static List<String> answers(JsonObject script) {
        return script.getJsonArray("turns").stream()
                .map(JsonObject.class::cast)
                .filter(turn -> turn.getString("speaker").equals("candidate"))
                .map(turn -> turn.getString("message"))
                .toList();
    }

    private static int length(List<String> answers) {
        return answers.stream().mapToInt(String::length).sum();
    }

    private static String transcriptOf(String id) {
        simulators.control(
                "/elevenlabs/conversations",
                new JsonObject().put("agent_id", "a").put("conversation_id", id));
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        return get("/elevenlabs/conversations").getJsonArray("conversations").stream()
                .map(JsonObject.class::cast)
                .filter(conversation ->
                        conversation.getString("conversation_id").equals(id))
                .map(conversation -> conversation.getJsonArray("transcript"))
                .map(JsonArray::encode)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String field, JsonObject choice) {
        HttpResponse<String> refused = simulators.control("PUT", "/scripts/x", choice);
        assertEquals(400, refused.statusCode());
        assertEquals(
                field,
                new JsonObject(refused.body())
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getString("field"));
    }

    private static JsonObject get(String path) {
        return new JsonObject(
                simulators.send(simulators.request("/control" + path)).body());
    }
}
