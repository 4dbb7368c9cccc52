package dev.colloquy.simulators.openai.model;

import java.util.List;
import java.util.stream.Collectors;

/** What the model is asked, and how its answer must look. */
public record Question(List<Message> messages, AnswerFormat format) {

    /** One message; content parts are joined. */
    public record Message(String role, String text) {}

    public String text() {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }
}
