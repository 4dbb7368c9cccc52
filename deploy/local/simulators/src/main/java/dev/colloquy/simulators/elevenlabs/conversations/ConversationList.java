package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.elevenlabs.access.ElevenLabsError;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One page of the list: which conversations, how many, and after which one (the cursor is the last one's id). */
record ConversationList(
        Predicate<Conversation> wanted,
        boolean oldestFirst,
        int size,
        @Nullable String cursor) {

    private static final int MOST = 100;

    static ConversationList parse(MultiMap query) {
        Predicate<Conversation> wanted = same(query, "agent_id", Conversation::agentId)
                .and(same(query, "user_id", each -> each.initiation().userId()))
                .and(same(query, "call_successful", ConversationView::outcome))
                .and(each -> ConversationView.startSeconds(each) > number(query, "call_start_after_unix", -1))
                .and(each -> ConversationView.startSeconds(each)
                        < number(query, "call_start_before_unix", Integer.MAX_VALUE))
                .and(each ->
                        !query.getAll("exclude_statuses").contains(each.status().wireName()));
        List<VariableCondition> variables = query.getAll(VariableCondition.PARAMETER).stream()
                .map(VariableCondition::parse)
                .toList();
        wanted = wanted.and(each -> variables.stream().allMatch(variable -> variable.fits(each)));
        int size = number(query, "page_size", 30);
        if (size < 1 || size > MOST) {
            throw ElevenLabsError.invalidQuery("page_size", "Input should be between 1 and " + MOST);
        }
        return new ConversationList(wanted, "asc".equals(query.get("sort_direction")), size, query.get("cursor"));
    }

    JsonObject page(List<Conversation> newestFirst) {
        List<Conversation> rest = (oldestFirst ? newestFirst.reversed() : newestFirst)
                .stream()
                        .filter(wanted)
                        .dropWhile(each -> cursor != null && !each.id().equals(cursor))
                        .skip(cursor == null ? 0 : 1)
                        .limit(size + 1L)
                        .toList();
        boolean more = rest.size() > size;
        List<Conversation> shown = more ? rest.subList(0, size) : rest;
        return new JsonObject()
                .put(
                        "conversations",
                        new JsonArray(
                                shown.stream().map(ConversationView::summary).toList()))
                .put("has_more", more)
                .put("next_cursor", more ? shown.getLast().id() : null);
    }

    private static Predicate<Conversation> same(MultiMap query, String name, Trait trait) {
        @Nullable String wanted = query.get(name);
        return each -> wanted == null || wanted.equals(trait.of(each));
    }

    /** What is compared with a query parameter. */
    private interface Trait {
        @Nullable
        String of(Conversation conversation);
    }

    private static int number(MultiMap query, String name, int fallback) {
        @Nullable String text = query.get(name);
        try {
            return text == null ? fallback : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw ElevenLabsError.invalidQuery(name, "Input should be a valid integer");
        }
    }
}
