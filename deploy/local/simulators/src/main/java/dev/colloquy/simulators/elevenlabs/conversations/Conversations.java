package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All conversations, and how a call runs through them. */
public final class Conversations {

    private static final Duration ANALYSIS = Duration.ofMillis(500);

    private final SimulatedTime time;
    private final Ids ids;
    private final Consumer<Conversation> analysed;
    private final Map<String, Conversation> byId = new LinkedHashMap<>();

    /** {@code analysed} is told each conversation once its analysis is there. */
    public Conversations(SimulatedTime time, Ids ids, Consumer<Conversation> analysed) {
        this.time = time;
        this.ids = ids;
        this.analysed = analysed;
    }

    /** A conversation whose id is known before anybody speaks. */
    public Conversation initiate(String agentId, String authorization) {
        return add(ids.next("conv_", 26), agentId, authorization);
    }

    Conversation add(String id, String agentId, String authorization) {
        Conversation conversation = new Conversation(id, agentId, authorization);
        byId.put(id, conversation);
        return conversation;
    }

    public Optional<Conversation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Conversation> newestFirst() {
        return List.copyOf(byId.values()).reversed();
    }

    void delete(String id) {
        byId.remove(id);
    }

    public void start(Conversation conversation, Initiation initiation) {
        conversation.start(initiation, time.now());
    }

    public void end(Conversation conversation, String reason) {
        conversation.end(reason, time.now());
        analyse(conversation);
    }

    void end(Conversation conversation, String reason, int seconds) {
        conversation.end(reason, seconds);
        analyse(conversation);
    }

    private void analyse(Conversation conversation) {
        time.after(ANALYSIS, () -> {
            conversation.analysed();
            analysed.accept(conversation);
        });
    }

    /** It breaks; there is no analysis, and nobody is told. */
    void fail(Conversation conversation, String reason) {
        conversation.fail(reason, time.now());
    }
}
