package dev.colloquy.webhook.reconciliation;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Subject;
import dev.colloquy.webhook.elevenlabs.ElevenLabsApi;
import dev.colloquy.webhook.elevenlabs.ElevenLabsTranslation;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.signature.VerifiedBody;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Asks ElevenLabs for a conversation until it has processed it. The answer becomes a delivery like its webhook would. */
@Singleton
class ConversationInquiry extends Inquiry {

    private final ElevenLabsApi elevenLabs;
    private final DeliveryService deliveries;
    private final ReconciliationConfig.Conversation config;
    private final ObjectMapper json;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    ConversationInquiry(
            ReconciliationService reconciliation,
            ObjectMapper json,
            ElevenLabsApi elevenLabs,
            DeliveryService deliveries,
            ReconciliationConfig config,
            Clock clock) {
        super(reconciliation, json);
        this.elevenLabs = elevenLabs;
        this.deliveries = deliveries;
        this.config = config.conversation();
        this.json = json;
        this.clock = clock;
    }

    @Override
    Owed owed() {
        return Owed.CONVERSATION;
    }

    @Override
    Uni<Answer> ask(Expectation expectation) {
        return elevenLabs
                .conversation(id(expectation))
                .chain(found -> found.map(body -> take(expectation, body)).orElseGet(ConversationInquiry::unknown));
    }

    @Override
    List<Event> givenUp(Expectation expectation) {
        return List.of(new ConversationCompleted(
                UUID.randomUUID(), clock.instant(), id(expectation), FactSource.DEADLINE, null, null, null));
    }

    @Override
    Duration waitAfter(Question question) {
        return question.waitAfter(config.firstQuestion(), config.longestWait(), random);
    }

    private Uni<Answer> take(Expectation expectation, byte[] body) {
        var status = text(LenientJson.read(json, body).path("status")).orElse("no status");
        var answer = Answer.open(status, List.of());
        return status.equals("done") || status.equals("failed")
                ? deliveries.accept(delivery(expectation, body)).replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    /** What is in the inbox is processed and told by it, which settles the expectation. */
    private IncomingDelivery delivery(Expectation expectation, byte[] body) {
        return IncomingDelivery.of(
                VerifiedBody.answer(Provider.ELEVENLABS, body),
                MediaType.APPLICATION_JSON,
                Optional.of(ElevenLabsTranslation.TRANSCRIPTION),
                Optional.of("asked:" + id(expectation)),
                new Subject(Optional.of(expectation.interview()), Optional.of(id(expectation))));
    }

    private static Uni<Answer> unknown() {
        return Uni.createFrom().item(Answer.open("unknown conversation", List.of()));
    }

    private static String id(Expectation expectation) {
        return Optional.ofNullable(expectation.conversationId())
                .orElseThrow(() -> new HopelessWork("A conversation is expected, but which?"));
    }
}
