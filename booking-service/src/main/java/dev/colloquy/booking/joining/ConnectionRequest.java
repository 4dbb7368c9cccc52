package dev.colloquy.booking.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a LiveKit client sends for a seat. Of the room only the agent's name is looked at; room, name and identity that
 * LiveKit's token sources may add are not the candidate's to choose.
 */
record ConnectionRequest(
        @JsonProperty("room_config") @Valid @Nullable Room roomConfig,
        @NotBlank @Size(max = 200) @Nullable String token) {

    record Room(@Size(max = 10) @Nullable List<@Valid Agent> agents) {}

    record Agent(
            @JsonProperty("agent_name") @Size(max = 200) @Nullable
            String agentName) {}

    /** Refuses every agent but this one. */
    void requireAgent(String name) {
        if (roomConfig != null && roomConfig.agents() != null) {
            var known = roomConfig.agents().stream().allMatch(agent -> agent != null && name.equals(agent.agentName()));
            if (!known) {
                throw new UnknownAgent();
            }
        }
    }

    @Override
    public String toString() {
        return "ConnectionRequest[hidden]";
    }
}
