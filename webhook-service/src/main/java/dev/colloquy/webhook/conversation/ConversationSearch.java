package dev.colloquy.webhook.conversation;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.LenientJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds an account's conversations that were begun with our id. The list tells no variables: each one it names is read, and
 * counts only if our id is in it, whatever was asked for.
 */
@ApplicationScoped
class ConversationSearch {

    private static final int MOST_PAGES = 5;
    private static final int MOST_READ = 10;

    private final ElevenLabsApi elevenLabs;
    private final ObjectMapper json;

    ConversationSearch(ElevenLabsApi elevenLabs, ObjectMapper json) {
        this.elevenLabs = elevenLabs;
        this.json = json;
    }

    /** The newest first. Fails when there are more than can be looked through. */
    Uni<List<Conversation>> search(AccountKey key, ConversationQuery query) {
        return list(key, query, new Listed(List.of(), null, 0))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> read(key, id))
                .filter(found -> found.flatMap(Conversation::clientSessionId)
                        .filter(query.clientSessionId()::equals)
                        .isPresent())
                .map(Optional::orElseThrow)
                .collect()
                .asList();
    }

    /** What the list named so far. */
    private record Listed(List<String> ids, @Nullable String cursor, int pages) {}

    private Uni<List<String>> list(AccountKey key, ConversationQuery query, Listed before) {
        return elevenLabs
                .list(key, query, before.cursor())
                .map(body -> after(before, LenientJson.read(json, body)))
                .chain(listed -> isAll(listed) ? Uni.createFrom().item(listed.ids()) : list(key, query, listed));
    }

    private static Listed after(Listed before, JsonNode page) {
        var ids = StreamSupport.stream(page.path("conversations").spliterator(), false)
                .flatMap(each -> text(each.path("conversation_id")).stream());
        var cursor = page.path("has_more").asBoolean()
                ? text(page.path("next_cursor")).orElse(null)
                : null;
        return new Listed(Stream.concat(before.ids().stream(), ids).toList(), cursor, before.pages() + 1);
    }

    private static boolean isAll(Listed listed) {
        var isAll = listed.cursor() == null;
        if (listed.ids().size() > MOST_READ || (!isAll && listed.pages() == MOST_PAGES)) {
            throw new NotAsked("more conversations are listed than can be read");
        }
        return isAll;
    }

    private Uni<Optional<Conversation>> read(AccountKey key, String id) {
        return elevenLabs.conversation(key, id).map(found -> found.map(body -> Conversation.read(json, id, body)));
    }
}
