package dev.colloquy.session.linking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.session.linking.LinkingService.LinkJob;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches what a provider told of a conversation and has it linked. */
@ApplicationScoped
class LinkingWorker implements Worker {

    private final DeliveryClient deliveries;
    private final LinkingService linking;
    private final ObjectMapper json;

    LinkingWorker(@RestClient DeliveryClient deliveries, LinkingService linking, ObjectMapper json) {
        this.deliveries = deliveries;
        this.linking = linking;
        this.json = json;
    }

    @Override
    public String queue() {
        return LinkingService.QUEUE;
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
                .map(body -> conversation(job.conversationId(), body))
                .chain(conversation -> linking.link(job, conversation));
    }

    private Conversation conversation(String conversationId, String body) {
        try {
            return Conversation.of(conversationId, json.readTree(body));
        } catch (JsonProcessingException _) {
            throw new HopelessWork("The delivery is not JSON");
        }
    }
}
