package dev.colloquy.simulators.elevenlabs.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a webhook can be subscribed to. Only transcripts, audio and failed initiations are sent by themselves here. */
public enum Subscription {
    TRANSCRIPT,
    AUDIO,
    CALL_INITIATION_FAILURE,
    ANSWERING_MACHINE_DETECTION,
    UNREDACTED_TRANSCRIPT,
    UNREDACTED_AUDIO;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(Subscription::wireName).toList();
    }

    static Optional<Subscription> of(String wireName) {
        return Arrays.stream(values())
                .filter(subscription -> subscription.wireName().equals(wireName))
                .findFirst();
    }
}
