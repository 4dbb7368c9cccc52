package dev.colloquy.simulators.livekit.agents;

import java.time.Duration;

/** The one agent worker that is registered: the name it answers to, whether it has room for a job, how fast it joins. */
final class Worker {

    private final String agentName;
    private boolean available = true;
    private Duration pace = Duration.ofMillis(200);

    Worker(String agentName) {
        this.agentName = agentName;
    }

    String agentName() {
        return agentName;
    }

    boolean isAvailable() {
        return available;
    }

    Duration pace() {
        return pace;
    }

    void set(boolean nowAvailable, Duration nowPace) {
        this.available = nowAvailable;
        this.pace = nowPace;
    }

    boolean takes(String wantedAgent) {
        return available && agentName.equals(wantedAgent);
    }
}
