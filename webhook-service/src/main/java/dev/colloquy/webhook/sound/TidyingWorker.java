package dev.colloquy.webhook.sound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.webhook.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Takes out of storage what was uploaded and then not stored as a delivery: nobody would ever delete it. */
@ApplicationScoped
class TidyingWorker implements Worker {

    private final SoundService sounds;
    private final ObjectStore store;
    private final ObjectMapper json;

    TidyingWorker(SoundService sounds, ObjectStore store, ObjectMapper json) {
        this.sounds = sounds;
        this.store = store;
        this.json = json;
    }

    @Override
    public String queue() {
        return SoundService.TIDYING_QUEUE;
    }

    /** The storage may be away for long. */
    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var upload = json.convertValue(job.payload(), Upload.class);
        return sounds.isLost(upload, job.id())
                .chain(lost ->
                        lost ? store.delete(upload.key()) : Uni.createFrom().voidItem());
    }
}
