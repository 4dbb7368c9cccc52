package dev.colloquy.simulators.elevenlabs.agents;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every id is an agent: private, ten minutes at most, without overrides and tools, until it is set up otherwise. */
public final class Agents {

    private final Map<String, Agent> byId = new LinkedHashMap<>();

    public Agent get(String id) {
        return byId.getOrDefault(id, Agent.ofId(id));
    }

    void set(Agent agent) {
        byId.put(agent.id(), agent);
    }
}
