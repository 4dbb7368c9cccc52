package dev.colloquy.simulators.elevenlabs.conversations;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One conversation of an agent: initiated → in-progress → processing → done, or failed on the way. */
public final class Conversation {

    private final String id;
    private final String agentId;
    private final String authorization;
    private final List<Line> lines = new ArrayList<>();
    private Status status = Status.INITIATED;
    private Initiation initiation = Initiation.withVariables(null, new JsonObject());
    private @Nullable Instant startedAt;
    private int durationSeconds;
    private @Nullable String ending;
    private @Nullable String failure;

    Conversation(String id, String agentId, String authorization) {
        this.id = id;
        this.agentId = agentId;
        this.authorization = authorization;
    }

    /** The statuses ElevenLabs knows, in their order. */
    enum Status {
        INITIATED,
        IN_PROGRESS,
        PROCESSING,
        DONE,
        FAILED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public String id() {
        return id;
    }

    public String agentId() {
        return agentId;
    }

    String authorization() {
        return authorization;
    }

    Status status() {
        return status;
    }

    public boolean isNew() {
        return status == Status.INITIATED;
    }

    public boolean isInProgress() {
        return status == Status.IN_PROGRESS;
    }

    boolean isDone() {
        return status == Status.DONE;
    }

    boolean hasEnded() {
        return status.compareTo(Status.PROCESSING) >= 0;
    }

    Initiation initiation() {
        return initiation;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    public int durationSeconds() {
        return durationSeconds;
    }

    @Nullable
    String ending() {
        return ending;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    void start(Initiation with, Instant now) {
        initiation = with;
        startedAt = now;
        status = Status.IN_PROGRESS;
    }

    public void add(Line line) {
        lines.add(line);
    }

    /** The agent's last words were not heard to their end. */
    public void interruptLast(String heard) {
        lines.set(lines.size() - 1, lines.getLast().interrupted(heard));
    }

    public int secondsAt(Instant now) {
        return startedAt == null
                ? 0
                : Math.toIntExact(Duration.between(startedAt, now).toSeconds());
    }

    void end(String reason, Instant now) {
        end(reason, Math.max(secondsAt(now), lastWordAt()));
    }

    /** Ends as if it had lasted so long. */
    void end(String reason, int seconds) {
        status = Status.PROCESSING;
        ending = reason;
        durationSeconds = seconds;
    }

    void analysed() {
        status = Status.DONE;
    }

    void fail(String reason, Instant now) {
        end(reason, now);
        failure = reason;
        status = Status.FAILED;
    }

    private int lastWordAt() {
        return lines.isEmpty()
                ? 0
                : (int) (lines.getLast().seconds()
                        + Line.secondsToSay(lines.getLast().message()));
    }
}
