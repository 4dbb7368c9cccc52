package dev.colloquy.gateway.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** The agent that interviews in rooms. */
@ConfigMapping(prefix = "colloquy.gateway.agent")
public interface AgentConfig {

    /** The name under which its workers register at LiveKit, as in the tokens of booking-service. */
    @WithDefault("my-interviewer")
    @NotBlank
    String name();

    /** How long a candidate is in the room before an agent that is not there is sent for again. */
    @WithDefault("20s")
    Duration patience();
}
