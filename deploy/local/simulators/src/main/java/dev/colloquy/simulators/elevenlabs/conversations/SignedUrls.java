package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signatures that open the socket: good for 15 minutes, and only once when they are tied to a conversation. Like all that
 * is good until a time of day they last as long in shortened time.
 */
public final class SignedUrls {

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SimulatedTime time;
    private final Ids ids;
    private final Conversations conversations;
    private final Map<String, Grant> grants = new HashMap<>();

    public SignedUrls(SimulatedTime time, Ids ids, Conversations conversations) {
        this.time = time;
        this.ids = ids;
        this.conversations = conversations;
    }

    private record Grant(
            String agentId, Instant until, @Nullable String conversationId) {}

    String sign(String agentId, @Nullable Conversation conversation) {
        String signature = ids.next("cvtkn_", 32);
        Instant until = time.now().plus(LIFETIME);
        grants.put(signature, new Grant(agentId, until, conversation == null ? null : conversation.id()));
        return signature;
    }

    /** The conversation this signature opens; empty when it is unknown, used, too old, or another agent's. */
    public Optional<Conversation> redeem(String signature, String agentId) {
        @Nullable Grant grant = grants.get(signature);
        if (grant == null || !grant.agentId().equals(agentId) || !time.now().isBefore(grant.until())) {
            return Optional.empty();
        }
        if (grant.conversationId() == null) {
            return Optional.of(conversations.initiate(agentId, "signed_url"));
        }
        grants.remove(signature);
        return conversations.find(grant.conversationId()).filter(Conversation::isNew);
    }
}
