package dev.colloquy.simulators.script;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The turns of an interview in order, and the words that close it unless the candidate has left before.
 *
 * @param seed decides whatever is said besides the turns
 */
public record InterviewScript(String name, List<Turn> turns, String closing, boolean candidateLeaves, long seed) {

    public InterviewScript {
        turns = List.copyOf(turns);
    }

    public List<String> lines(Turn.Speaker speaker) {
        return turns.stream()
                .filter(turn -> turn.speaker() == speaker)
                .map(Turn::message)
                .toList();
    }

    JsonObject view() {
        return new JsonObject()
                .put("name", name)
                .put("turns", new JsonArray(turns.stream().map(Turn::view).toList()))
                .put("closing", closing)
                .put("candidateLeaves", candidateLeaves);
    }
}
