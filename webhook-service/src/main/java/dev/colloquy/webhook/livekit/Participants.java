package dev.colloquy.webhook.livekit;

import dev.colloquy.events.ParticipantKind;
import java.util.Optional;

/** Who LiveKit's participants are to an interview. */
public final class Participants {

    private static final String CANDIDATE_PREFIX = "candidate-";

    private Participants() {}

    /** Nothing for recorders, for visitors, and for kinds we do not know. */
    public static Optional<ParticipantKind> kindOf(String kind, String identity) {
        return switch (kind) {
            case "AGENT" -> Optional.of(ParticipantKind.AGENT);
            case "STANDARD" ->
                identity.startsWith(CANDIDATE_PREFIX) ? Optional.of(ParticipantKind.CANDIDATE) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
