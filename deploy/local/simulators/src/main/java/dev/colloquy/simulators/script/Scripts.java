package dev.colloquy.simulators.script;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The interviews there are, and which of them a room, call or conversation plays. */
public final class Scripts {

    private static final String DEFAULT = "default";
    private static final int REMEMBERED = 1000;

    /** Which interview, answered by whom, in which wording. */
    record Choice(Interview interview, Candidate candidate, long seed) {

        InterviewScript script() {
            return interview.with(candidate, seed);
        }

        JsonObject view() {
            return new JsonObject()
                    .put("script", interview.name())
                    .put("candidate", candidate.wireName())
                    .put("seed", seed);
        }
    }

    private final List<Interview> interviews = List.of(Interview.load("payments-project"), Interview.load("team-lead"));
    private final Choice standard = new Choice(interviews.getFirst(), Candidate.GOOD, 0);
    private final Map<String, Choice> chosen = new LinkedHashMap<>();

    /** The script of a call or conversation: the one chosen for the first of its names that has one, else the one for all. */
    public InterviewScript of(String... names) {
        for (String name : names) {
            @Nullable Choice choice = chosen.get(name);
            if (choice != null) {
                return choice.script();
            }
        }
        return chosen.getOrDefault(DEFAULT, standard).script();
    }

    Optional<Interview> find(String name) {
        return interviews.stream()
                .filter(interview -> interview.name().equals(name))
                .findFirst();
    }

    void choose(String id, Choice choice) {
        if (chosen.size() == REMEMBERED) {
            chosen.remove(chosen.keySet().iterator().next());
        }
        chosen.put(id, choice);
    }

    void forget(String id) {
        chosen.remove(id);
    }

    JsonObject view() {
        JsonObject choices = new JsonObject().put(DEFAULT, standard.view());
        chosen.forEach((id, choice) -> choices.put(id, choice.view()));
        return new JsonObject()
                .put(
                        "scripts",
                        new JsonArray(interviews.stream().map(Interview::view).toList()))
                .put("candidates", candidates())
                .put("chosen", choices);
    }

    private static JsonArray candidates() {
        return new JsonArray(Arrays.stream(Candidate.values())
                .map(candidate ->
                        new JsonObject().put("name", candidate.wireName()).put("text", candidate.text()))
                .toList());
    }
}
