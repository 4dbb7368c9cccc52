package dev.colloquy.webhook.livekit;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import livekit.LivekitEgress.EgressInfo;
import org.jspecify.annotations.Nullable;

/** An egress of LiveKit's that has come to its end; without an id none of the interview's is known to have. */
public record EgressEnding(
        @Nullable String egressId,
        EgressStatus status,
        @Nullable String location,
        Duration length) {

    private static final Map<String, EgressStatus> TERMINAL = Map.of(
            "EGRESS_COMPLETE", EgressStatus.COMPLETE,
            "EGRESS_FAILED", EgressStatus.FAILED,
            "EGRESS_ABORTED", EgressStatus.ABORTED,
            "EGRESS_LIMIT_REACHED", EgressStatus.LIMIT_REACHED);

    /**
     * Reads LiveKit's words.
     *
     * @param location may be empty
     * @return nothing unless {@code status} is one of the final ones we know
     */
    public static Optional<EgressEnding> of(String egressId, String status, String location, Duration length) {
        return Optional.ofNullable(TERMINAL.get(status))
                .map(known -> new EgressEnding(egressId, known, location.isEmpty() ? null : location, length));
    }

    /** Reads LiveKit's answer; nothing while it goes on. */
    public static Optional<EgressEnding> of(EgressInfo egress) {
        var files = egress.getFileResultsList();
        return of(
                egress.getEgressId(),
                egress.getStatus().name(),
                files.isEmpty() ? "" : files.getFirst().getLocation(),
                Duration.ofNanos(files.isEmpty() ? 0 : files.getFirst().getDuration()));
    }

    public static EgressEnding expired() {
        return new EgressEnding(null, EgressStatus.EXPIRED, null, Duration.ZERO);
    }

    public EgressEnded event(UUID eventId, Instant at, InterviewId interview, FactSource source) {
        return new EgressEnded(eventId, at, interview, egressId, status, source, location, length.toSeconds());
    }
}
