package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.runtime.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pings every two seconds, each with the time the last answer took; notices a call that was ended elsewhere. */
final class Pings {

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final SimulatedTime time;
    private final Conversation conversation;
    private final Dialogue dialogue;
    private final Dialogue.Client client;
    private int newest;
    private Instant sent = Instant.EPOCH;
    private @Nullable Long lastMilliseconds;
    private long timer;

    Pings(SimulatedTime time, Conversation conversation, Dialogue dialogue, Dialogue.Client client) {
        this.time = time;
        this.conversation = conversation;
        this.dialogue = dialogue;
        this.client = client;
    }

    void start() {
        timer = time.after(PERIOD, this::ping);
    }

    void stop() {
        time.cancel(timer);
    }

    void answered(int eventId) {
        if (eventId == newest) {
            lastMilliseconds = Duration.between(sent, time.now()).toMillis();
        }
    }

    private void ping() {
        if (conversation.isInProgress()) {
            newest = dialogue.nextEvent();
            sent = time.now();
            client.send(AgentEvent.ping(newest, lastMilliseconds));
        } else if (!conversation.isNew()) {
            client.close(1000, "Call ended by remote party");
        }
        start();
    }
}
