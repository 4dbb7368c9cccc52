package dev.colloquy.simulators.script;

import dev.colloquy.simulators.script.Turn.Speaker;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The turns of an interview in order, and the words that close it. */
public record InterviewScript(String name, List<Turn> turns, String closing) {

    public InterviewScript {
        turns = List.copyOf(turns);
    }

    /** The interview about a payments project that every simulated call follows. */
    public static InterviewScript paymentsProject() {
        try (InputStream source = InterviewScript.class.getResourceAsStream("payments-project.json")) {
            return parse(new JsonObject(new String(source.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InterviewScript parse(JsonObject source) {
        List<Turn> turns = source.getJsonArray("turns").stream()
                .map(JsonObject.class::cast)
                .map(turn -> new Turn(
                        turn.getString("speaker").equals("candidate") ? Speaker.CANDIDATE : Speaker.INTERVIEWER,
                        turn.getString("message")))
                .toList();
        return new InterviewScript(source.getString("name"), turns, source.getString("closing"));
    }

    JsonObject view() {
        return new JsonObject()
                .put("name", name)
                .put("turns", new JsonArray(turns.stream().map(Turn::view).toList()))
                .put("closing", closing);
    }
}
