package dev.colloquy.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Work that is done after the caller's transaction has committed, by a {@link Worker} of the same queue. */
@ApplicationScoped
public class LeasedWork {

    private static final String ADD = "select add_work($1, $2, cast(cast($3 as text) as jsonb), $4)";
    private static final String CANCEL = """
            update leased_work set state = 'done', finished_at = now(), lease_owner = null
            where queue = $1 and key = $2 and state = 'waiting'""";

    private static final String PROGRESS = """
            select cast(jsonb_build_object('attempts', attempts, 'lastError', last_error) as text)
            from leased_work where queue = $1 and key = $2""";

    private final ObjectMapper json;
    private final Signals signals;

    LeasedWork(ObjectMapper json, Signals signals) {
        this.json = json;
        this.signals = signals;
    }

    /**
     * Adds work to the caller's transaction. Adding the same key to a queue again changes nothing.
     *
     * @param payload what the worker needs to find its subject: ids, never personal data
     * @param delay the earliest start, from now by the database's clock
     */
    public Uni<Void> add(String queue, String key, Object payload, Duration delay) {
        var body = toJson(payload);
        return Sql.value(ADD, Boolean.class, queue, key, body, delay.toMillis() / 1000.0)
                .chain(() -> delay.isPositive()
                        ? Uni.createFrom().voidItem()
                        : signals.signalAfterCommit(Shift.subject(queue)));
    }

    /** Wakes the worker of a queue, where a statement of the caller's own has added work and has committed. */
    public void wake(String queue) {
        signals.signal(Shift.subject(queue));
    }

    /** Withdraws work that nobody needs any more, in the caller's transaction; what is running finishes. */
    public Uni<Void> cancel(String queue, String key) {
        return Sql.update(CANCEL, queue, key).replaceWithVoid();
    }

    /** How far work has come; null when there is none, or when it was done long ago. */
    public Uni<@Nullable Progress> progress(String queue, String key) {
        return Sql.value(PROGRESS, String.class, queue, key).map(row -> row == null ? null : toProgress(row));
    }

    /**
     * Work on its way.
     *
     * @param lastError why the last attempt that failed did
     */
    public record Progress(int attempts, @Nullable String lastError) {}

    private Progress toProgress(String row) {
        try {
            return json.readValue(row, Progress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }

    private String toJson(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Work must serialise to JSON", e);
        }
    }
}
