package dev.colloquy.session.transcribing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes a new final version of what came late, once its source has had time to tell the rest. */
@ApplicationScoped
class LateWordsWorker implements Worker {

    private final LateWordsService late;
    private final ObjectMapper json;

    LateWordsWorker(LateWordsService late, ObjectMapper json) {
        this.late = late;
        this.json = json;
    }

    @Override
    public String queue() {
        return LateWords.QUEUE;
    }

    /** What was said is not lost because the database is away for a while. */
    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        return late.settle(json.convertValue(job.payload(), LateWords.class));
    }
}
