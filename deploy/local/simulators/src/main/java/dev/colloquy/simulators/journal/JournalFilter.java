package dev.colloquy.simulators.journal;

import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted: those after {@code since}, of a {@code provider} and a {@code direction}, whose {@code what}
 * holds a text, and which are {@code about} a room, conversation, call or any other id, wherever they mention it.
 */
record JournalFilter(
        long since, Optional<Provider> provider, Optional<Direction> direction, String what, String about) {

    static JournalFilter of(HttpServerRequest request) {
        return new JournalFilter(
                since(request),
                named(request, "provider", Provider::of, "must be livekit, openai, elevenlabs or control"),
                named(request, "direction", Direction::of, "must be received, sent or noted"),
                request.getParam("what", ""),
                request.getParam("about", ""));
    }

    boolean takes(JournalEntry entry) {
        return entry.sequence() > since
                && provider.filter(wanted -> wanted != entry.provider()).isEmpty()
                && direction.filter(wanted -> wanted != entry.direction()).isEmpty()
                && entry.what().contains(what)
                && (about.isEmpty() || entry.what().contains(about) || isMentioned(entry.detail()));
    }

    private boolean isMentioned(@Nullable Object value) {
        return switch (value) {
            case String text -> text.contains(about);
            case JsonObject object -> object.stream().anyMatch(field -> isMentioned(field.getValue()));
            case JsonArray array -> array.stream().anyMatch(this::isMentioned);
            case null, default -> false;
        };
    }

    /** A browser that comes back says in the header what it has seen last. */
    private static long since(HttpServerRequest request) {
        @Nullable String last = request.getHeader("Last-Event-ID");
        try {
            return Long.parseLong(last == null ? request.getParam("since", "0") : last);
        } catch (NumberFormatException notANumber) {
            throw ControlProblem.badInput("since", "must be a sequence number");
        }
    }

    private static <T> Optional<T> named(
            HttpServerRequest request, String field, Function<String, Optional<T>> names, String otherwise) {
        @Nullable String name = request.getParam(field);
        if (name == null) {
            return Optional.empty();
        }
        Optional<T> found = names.apply(name);
        if (found.isEmpty()) {
            throw ControlProblem.badInput(field, otherwise);
        }
        return found;
    }
}
