package dev.colloquy.simulators.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where a fault can strike, and which kinds of fault that place knows. */
public enum FaultPoint {
    LIVEKIT_WEBHOOK("livekit.webhook", Kind.WEBHOOK),
    LIVEKIT_API("livekit.api", Kind.CALL),
    OPENAI_CALLS("openai.calls", Kind.CALL),
    OPENAI_CHAT("openai.chat", Kind.CHAT),
    ELEVENLABS_WEBHOOK("elevenlabs.webhook", Kind.WEBHOOK),
    ELEVENLABS_API("elevenlabs.api", Kind.CALL);

    private enum Kind {
        WEBHOOK,
        CALL,
        CHAT
    }

    private final String wireName;
    private final Kind kind;

    FaultPoint(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    String wireName() {
        return wireName;
    }

    boolean knows(String field) {
        return switch (kind) {
            case WEBHOOK ->
                Set.of("drop", "duplicate", "delayMs", "badSignature").contains(field);
            case CALL -> Set.of("status", "times").contains(field);
            case CHAT -> Set.of("status", "finish", "times").contains(field);
        };
    }

    static Optional<FaultPoint> of(String wireName) {
        return Arrays.stream(values())
                .filter(point -> point.wireName.equals(wireName))
                .findFirst();
    }
}
