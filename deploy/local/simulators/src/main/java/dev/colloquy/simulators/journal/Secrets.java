package dev.colloquy.simulators.journal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Blanks what must not be read in the journal: tokens, keys, and the secrets this process was started with. */
final class Secrets {

    private static final String MASK = "***";
    private static final Pattern TOKENS = Pattern.compile(
            "eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|\\b[es]k[-_][\\w-]{8,}|(?<=access_token=|conversation_signature=)[^&\\s]+");
    private static final Set<String> SECRET_FIELDS = Set.of(
            "token",
            "participant_token",
            "access_token",
            "signed_url",
            "secret",
            "access_key",
            "session_token",
            "accesskey",
            "sessiontoken",
            "api_key",
            "xi-api-key",
            "signing_key",
            "signingkey");

    private final List<String> known;

    Secrets(List<String> known) {
        this.known = List.copyOf(known);
    }

    JsonObject masked(JsonObject detail) {
        JsonObject copy = new JsonObject();
        detail.forEach(field -> copy.put(field.getKey(), masked(field.getKey(), field.getValue())));
        return copy;
    }

    private @Nullable Object masked(String name, @Nullable Object value) {
        return switch (value) {
            case JsonObject object -> masked(object);
            case JsonArray array ->
                new JsonArray(array.stream().map(item -> masked(name, item)).toList());
            case String text when SECRET_FIELDS.contains(name.toLowerCase(Locale.ROOT)) && !text.isEmpty() -> MASK;
            case String text -> masked(text);
            case null, default -> value;
        };
    }

    private String masked(String text) {
        String masked = TOKENS.matcher(text).replaceAll(MASK);
        for (String secret : known) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
