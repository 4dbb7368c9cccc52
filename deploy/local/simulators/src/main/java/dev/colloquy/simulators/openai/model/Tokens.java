package dev.colloquy.simulators.openai.model;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Tokens by a rule of thumb: four characters each, and a stream that comes word by word. */
public final class Tokens {

    private static final int CHARACTERS = 4;

    private Tokens() {}

    public static int count(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }

    /** The most an answer may have; 0 where the request does not say. */
    public static int limit(JsonObject body, String field) {
        return body.getValue(field) instanceof Integer limit ? limit : 0;
    }

    static String first(int tokens, String text) {
        return text.substring(0, Math.min(text.length(), tokens * CHARACTERS));
    }

    /** The pieces a stream brings: words with the space before them. Together they are the text. */
    public static List<String> pieces(String text) {
        return Arrays.stream(text.split("(?=\\s\\S)", -1))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
