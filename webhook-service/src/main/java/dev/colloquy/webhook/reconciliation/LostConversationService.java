package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.conversation.Conversation;
import dev.colloquy.webhook.delivery.DeliveryRepository;
import dev.colloquy.webhook.elevenlabs.ElevenLabsTranslation;
import dev.colloquy.webhook.expectation.Expectations;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is known of conversations that were found by our id in them. */
@ApplicationScoped
class LostConversationService {

    private final DeliveryRepository deliveries;
    private final Expectations expectations;

    LostConversationService(DeliveryRepository deliveries, Expectations expectations) {
        this.deliveries = deliveries;
        this.expectations = expectations;
    }

    /** Those of them that nobody has told of. */
    @WithTransaction
    Uni<List<Conversation>> untold(List<Conversation> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(each -> deliveries
                        .isTold(each.id(), ElevenLabsTranslation.TRANSCRIPTION)
                        .map(told -> told ? List.<Conversation>of() : List.of(each)))
                .onItem()
                .<Conversation>disjoint()
                .collect()
                .asList();
    }

    /** From now on this is the conversation that is owed. */
    @WithTransaction
    Uni<Void> identify(InterviewId interview, String conversationId) {
        return expectations.identify(interview, conversationId);
    }
}
