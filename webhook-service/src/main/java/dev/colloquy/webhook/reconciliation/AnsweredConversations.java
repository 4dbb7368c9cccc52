package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.conversation.Conversation;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.Subject;
import dev.colloquy.webhook.elevenlabs.ElevenLabsTranslation;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.signature.VerifiedBody;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Puts conversations that ElevenLabs has processed into the inbox, which tells of them and settles what was owed. */
@ApplicationScoped
class AnsweredConversations {

    private final DeliveryService deliveries;
    private final LostConversationService lost;

    AnsweredConversations(DeliveryService deliveries, LostConversationService lost) {
        this.deliveries = deliveries;
        this.lost = lost;
    }

    /** Takes the one that is owed. */
    Uni<Answer> take(Expectation expectation, Conversation conversation) {
        var answer = Answer.open(conversation.status(), List.of());
        return conversation.isProcessed()
                ? deliveries
                        .accept(delivery(conversation, Optional.of(expectation.interview())))
                        .replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    /**
     * Takes all that carry our id, the newest of which is the one that is owed as soon as all are processed. To which
     * interview each belongs is not decided here: where our id is a client's word, others may have chosen the same.
     */
    Uni<Answer> takeAll(Expectation expectation, List<Conversation> found) {
        var processed = found.stream().filter(Conversation::isProcessed).toList();
        return lost.untold(processed).chain(untold -> takeAll(expectation, found, untold, processed.size()));
    }

    private Uni<Answer> takeAll(
            Expectation expectation, List<Conversation> found, List<Conversation> untold, int processed) {
        var all = processed == found.size();
        if (untold.isEmpty()) {
            var word = "%d of %d processed".formatted(processed, found.size());
            return Uni.createFrom().item(all ? Answer.complete(word, List.of()) : Answer.open(word, List.of()));
        }
        var newest = untold.getFirst();
        return acceptAll(untold.subList(1, untold.size()))
                .chain(() -> all
                        ? lost.identify(expectation.interview(), newest.id())
                        : Uni.createFrom().voidItem())
                .chain(() -> acceptAll(List.of(newest)))
                .replaceWith(() -> Answer.open("%d found".formatted(found.size()), List.of()));
    }

    private Uni<Void> acceptAll(List<Conversation> conversations) {
        return Multi.createFrom()
                .iterable(conversations)
                .onItem()
                .call(each ->
                        deliveries.accept(delivery(each, each.clientSessionId().flatMap(InterviewId::find))))
                .onItem()
                .ignoreAsUni();
    }

    private static IncomingDelivery delivery(Conversation conversation, Optional<InterviewId> interview) {
        return IncomingDelivery.of(
                VerifiedBody.answer(Provider.ELEVENLABS, conversation.body()),
                MediaType.APPLICATION_JSON,
                Optional.of(ElevenLabsTranslation.TRANSCRIPTION),
                Optional.of("asked:" + conversation.id()),
                new Subject(interview, Optional.of(conversation.id())));
    }
}
