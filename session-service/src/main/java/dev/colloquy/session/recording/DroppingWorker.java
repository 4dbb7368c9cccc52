package dev.colloquy.session.recording;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Has sound deleted that nobody may have. */
@ApplicationScoped
class DroppingWorker implements Worker {

    private final SoundClient sounds;

    DroppingWorker(@RestClient SoundClient sounds) {
        this.sounds = sounds;
    }

    @Override
    public String queue() {
        return ConversationRecordings.DROP_QUEUE;
    }

    /** What was to be forgotten must not be left over. */
    @Override
    public Duration patience() {
        return Duration.ofDays(7);
    }

    @Override
    public Uni<Void> perform(Job job) {
        return sounds.delete(job.payload().asText());
    }
}
