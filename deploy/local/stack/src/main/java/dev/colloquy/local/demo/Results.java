package dev.colloquy.local.demo;

import io.vertx.core.json.JsonObject;

/** What good results look like. */
final class Results {

    private Results() {}

    static String link(StackAddress stack, String interview) {
        return stack.edge() + "/api/interviews/" + interview + "/results";
    }

    static boolean areComplete(JsonObject results) {
        return "complete".equals(results.getJsonObject("interview").getString("evaluationStatus"));
    }

    static JsonObject verify(JsonObject results, boolean recorded) {
        var interview = results.getJsonObject("interview");
        var turns = interview.getJsonArray("transcript");
        var evaluation = results.getJsonObject("evaluation");
        require(turns != null && turns.size() >= 4, "too few turns", results);
        require(evaluation != null && evaluation.encode().contains("\"quotes\""), "no quotes", results);
        require(!recorded || "complete".equals(interview.getString("recordingStatus")), "no recording", results);
        return results;
    }

    private static void require(boolean condition, String problem, JsonObject results) {
        if (!condition) {
            throw new StepFailed("The results have %s: %s", problem, results);
        }
    }
}
