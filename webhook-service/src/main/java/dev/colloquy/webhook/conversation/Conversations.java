package dev.colloquy.webhook.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that ElevenLabs knows of, in the account of a tenant or of the installation. Every method fails when nobody
 * answers; with {@link NotAsked} when somebody who may know could not be asked, and nobody else knew.
 */
@ApplicationScoped
public class Conversations {

    private final Accounts accounts;
    private final ElevenLabsApi elevenLabs;
    private final ConversationSearch search;
    private final ObjectMapper json;

    Conversations(Accounts accounts, ElevenLabsApi elevenLabs, ConversationSearch search, ObjectMapper json) {
        this.accounts = accounts;
        this.elevenLabs = elevenLabs;
        this.search = search;
        this.json = json;
    }

    /** The one with this id; nothing when nobody knows it. */
    public Uni<Optional<Conversation>> find(@Nullable TenantId tenant, String id) {
        return accounts.of(tenant)
                .chain(chain -> ask(chain, key -> elevenLabs.conversation(key, id)))
                .map(found -> found.map(body -> Conversation.read(json, id, body)));
    }

    /** Those that were begun with our id, the newest first. */
    public Uni<List<Conversation>> named(@Nullable TenantId tenant, ConversationQuery query) {
        return accounts.of(tenant)
                .chain(chain -> ask(
                        chain,
                        key -> search.search(key, query)
                                .map(found ->
                                        found.isEmpty() ? Optional.<List<Conversation>>empty() : Optional.of(found))))
                .map(found -> found.orElseGet(List::of));
    }

    private <T> Uni<Optional<T>> ask(KeyChain chain, Function<AccountKey, Uni<Optional<T>>> question) {
        if (chain.keys().isEmpty() && chain.gap() == null) {
            return Uni.createFrom().failure(() -> new IOException("colloquy.elevenlabs.api-key is not set"));
        }
        var asked = Uni.createFrom().item(new Asked<T>(Optional.empty(), chain.gap()));
        for (var key : chain.keys()) {
            asked = asked.chain(
                    before -> before.found().isPresent() ? Uni.createFrom().item(before) : ask(key, question, before));
        }
        return asked.map(Asked::answer);
    }

    private <T> Uni<Asked<T>> ask(AccountKey key, Function<AccountKey, Uni<Optional<T>>> question, Asked<T> before) {
        return question.apply(key)
                .map(found -> new Asked<>(found, before.gap()))
                .onFailure(KeyRefused.class)
                .invoke(e -> accounts.refused(key, e))
                .onFailure(NotAsked.class)
                .recoverWithItem(e -> new Asked<>(Optional.empty(), e.getMessage()));
    }

    /** What came of asking with some of the keys. */
    private record Asked<T>(Optional<T> found, @Nullable String gap) {

        Optional<T> answer() {
            if (found.isEmpty() && gap != null) {
                throw new NotAsked(gap);
            }
            return found;
        }
    }
}
