package dev.colloquy.session.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.session.parking.LinkJob;
import dev.colloquy.session.parking.LinkQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches what a provider told of a conversation and has it linked. */
@ApplicationScoped
class LinkingWorker implements Worker {

    private final DeliveryClient deliveries;
    private final LinkingService linking;
    private final ObjectMapper json;
    private final Clock clock;

    LinkingWorker(@RestClient DeliveryClient deliveries, LinkingService linking, ObjectMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.linking = linking;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return LinkQueue.NAME;
    }

    /** A conversation that is not fetched is lost to its interview. */
    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> perform(Job work) {
        var job = json.convertValue(work.payload(), LinkJob.class);
        return deliveries
                .body(job.deliveryId())
                .map(body -> conversation(job, body))
                .chain(conversation -> linking.link(job, conversation));
    }

    private Conversation conversation(LinkJob job, String body) {
        var toldAt = Objects.requireNonNullElseGet(job.toldAt(), clock::instant);
        try {
            return Conversation.of(job.conversationId(), json.readTree(body), toldAt);
        } catch (JsonProcessingException _) {
            throw new HopelessWork("The delivery is not JSON");
        }
    }
}
