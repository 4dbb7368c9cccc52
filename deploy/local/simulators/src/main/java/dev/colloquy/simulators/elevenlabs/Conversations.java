package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.elevenlabs.Conversation.CallPlan;
import dev.colloquy.simulators.elevenlabs.Conversation.Status;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All conversations, and how a call runs through them. */
final class Conversations {

    private static final Duration ANALYSIS = Duration.ofMillis(500);

    private final SimulatedTime time;
    private final Ids ids;
    private final PostCallWebhooks webhooks;
    private final Map<String, Conversation> byId = new LinkedHashMap<>();

    Conversations(SimulatedTime time, Ids ids, PostCallWebhooks webhooks) {
        this.time = time;
        this.ids = ids;
        this.webhooks = webhooks;
    }

    /** A conversation whose id is known before anybody speaks. */
    Conversation initiate(String agentId) {
        return add(new Conversation(ids.next("conv_", 26), agentId));
    }

    Conversation add(Conversation conversation) {
        byId.put(conversation.id(), conversation);
        return conversation;
    }

    Optional<Conversation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean delete(String id) {
        return byId.remove(id) != null;
    }

    void start(Conversation conversation, CallPlan plan) {
        conversation.start(plan, time.now());
    }

    /** The analysis takes its time; the webhooks come when it is done. */
    void end(Conversation conversation) {
        conversation.end();
        time.after(ANALYSIS, () -> {
            conversation.analysed();
            webhooks.announce(conversation);
        });
    }

    static boolean canStart(Conversation conversation) {
        return conversation.is(Status.INITIATED);
    }

    static boolean canEnd(Conversation conversation) {
        return conversation.is(Status.IN_PROGRESS);
    }
}
