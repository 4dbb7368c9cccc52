package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.model.Question.Message;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Content for any other schema: one sentence after the other of what the user said. */
final class PlainContent implements SchemaFiller.Content {

    private final List<String> sentences;
    private int next;

    PlainContent(Question request) {
        this.sentences = request.messages().stream()
                .filter(message -> message.role().equals("user"))
                .map(Message::text)
                .flatMap(text -> Words.sentences(text).stream())
                .toList();
    }

    @Override
    public Optional<Object> valueFor(String property, JsonObject schema, SchemaFiller filler) {
        return Optional.empty();
    }

    @Override
    public String sentence(String property) {
        if (sentences.isEmpty()) {
            return property;
        }
        String sentence = sentences.get(next % sentences.size());
        next++;
        return sentence;
    }
}
