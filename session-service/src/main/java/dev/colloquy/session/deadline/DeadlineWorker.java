package dev.colloquy.session.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.session.chronicle.Deadlines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

@ApplicationScoped
class DeadlineWorker implements Worker {

    private final DeadlineService deadlines;
    private final ObjectMapper json;

    DeadlineWorker(DeadlineService deadlines, ObjectMapper json) {
        this.deadlines = deadlines;
        this.json = json;
    }

    @Override
    public String queue() {
        return Deadlines.QUEUE;
    }

    /** An interview whose deadline is lost would never be over. */
    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        return deadlines.reach(json.convertValue(job.payload(), Deadlines.Alarm.class));
    }
}
