package dev.colloquy.simulators.script;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions of an interviewer and good answers to them, in several wordings each. */
record Interview(String name, List<Question> questions, String closing) {

    private static final String STILL_THERE = "Are you still there? I cannot hear you.";

    record Question(List<String> ask, List<String> answers) {}

    static Interview load(String name) {
        try (InputStream source = Interview.class.getResourceAsStream(name + ".json")) {
            return parse(new JsonObject(new String(source.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Interview parse(JsonObject source) {
        List<Question> questions = source.getJsonArray("questions").stream()
                .map(JsonObject.class::cast)
                .map(each -> new Question(texts(each, "ask"), texts(each, "answers")))
                .toList();
        return new Interview(source.getString("name"), questions, source.getString("closing"));
    }

    private static List<String> texts(JsonObject source, String field) {
        return source.getJsonArray(field).stream().map(String.class::cast).toList();
    }

    /** The same candidate and seed always say the same. Seed 0 takes the first wording of everything. */
    InterviewScript with(Candidate candidate, long seed) {
        Wording wording = new Wording(seed);
        List<Turn> turns = new ArrayList<>();
        boolean leaves = candidate == Candidate.LEAVES_EARLY;
        for (Question question : questions) {
            boolean answeredBefore = !turns.isEmpty();
            turns.add(new Turn(Turn.Speaker.INTERVIEWER, wording.of(question.ask())));
            if (leaves && answeredBefore) {
                break;
            }
            Optional<String> answer = candidate.answer(wording.of(question.answers()), wording.random());
            turns.add(answer.map(text -> new Turn(Turn.Speaker.CANDIDATE, text))
                    .orElseGet(() -> new Turn(Turn.Speaker.INTERVIEWER, STILL_THERE)));
        }
        return new InterviewScript(name, turns, closing, leaves, seed);
    }

    JsonObject view() {
        return new JsonObject()
                .put("name", name)
                .put(
                        "questions",
                        new JsonArray(questions.stream()
                                .map(question -> question.ask().getFirst())
                                .toList()));
    }
}
