package dev.colloquy.simulators.livekit.agents;

import java.time.Duration;

/**
 * The one agent worker that is registered: the name it answers to, whether it has room for a job, how fast its agents
 * join, and whether they leave when they should.
 */
final class Worker {

    private final String agentName;
    private boolean available = true;
    private Duration pace = Duration.ofMillis(200);
    private boolean leaving = true;

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

    boolean isLeaving() {
        return leaving;
    }

    void set(boolean nowAvailable, Duration nowPace, boolean nowLeaving) {
        this.available = nowAvailable;
        this.pace = nowPace;
        this.leaving = nowLeaving;
    }

    boolean takes(String wantedAgent) {
        return available && agentName.equals(wantedAgent);
    }
}
