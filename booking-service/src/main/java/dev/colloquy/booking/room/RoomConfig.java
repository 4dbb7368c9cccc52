package dev.colloquy.booking.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;

/** What a seat in a room comes with. */
@ConfigMapping(prefix = "colloquy.booking.room")
public interface RoomConfig {

    /** How long a room token lets its holder in; who is in stays. */
    @WithDefault("10m")
    @DurationMax(minutes = 10)
    Duration tokenLifetime();

    /** The name of the agent that is sent into the room. */
    @WithDefault("my-interviewer")
    @NotBlank
    String agentName();

    /** Addresses of STUN and TURN servers for candidates, beyond those LiveKit itself tells them. */
    Optional<List<String>> iceServers();
}
