package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Provider;
import dev.colloquy.webhook.delivery.DeliveryRepository;
import dev.colloquy.webhook.elevenlabs.ElevenLabsTranslation;
import dev.colloquy.webhook.expectation.Expectations;
import dev.colloquy.webhook.expectation.Expected;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.telling.Teller;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;

/** Knows what an interview makes providers owe us. */
@ApplicationScoped
class ExpectationService {

    private final ReconciliationService reconciliation;
    private final Expectations expectations;
    private final Teller teller;
    private final DeliveryRepository deliveries;
    private final RoomInquiry rooms;
    private final RecordingInquiry recordings;
    private final ConversationInquiry conversations;
    private final ReconciliationConfig config;
    private final Clock clock;

    ExpectationService(
            ReconciliationService reconciliation,
            Expectations expectations,
            Teller teller,
            DeliveryRepository deliveries,
            RoomInquiry rooms,
            RecordingInquiry recordings,
            ConversationInquiry conversations,
            ReconciliationConfig config,
            Clock clock) {
        this.reconciliation = reconciliation;
        this.expectations = expectations;
        this.teller = teller;
        this.deliveries = deliveries;
        this.rooms = rooms;
        this.recordings = recordings;
        this.conversations = conversations;
        this.config = config;
        this.clock = clock;
    }

    /** A room is watched from the opening of the link on. */
    @WithTransaction
    Uni<Void> scheduled(InterviewScheduled event) {
        if (event.provider() != Provider.LIVEKIT) {
            return Uni.createFrom().voidItem();
        }
        var until = event.closesAt().plus(config.room().patience());
        var expected = new Expected(event.interviewId(), event.tenant(), null, null, null, until, until);
        return reconciliation.expect(rooms, expected, event.scheduledAt());
    }

    /** The room need not be watched any more; the recording and the conversation are owed now. */
    @WithTransaction
    Uni<Void> ended(InterviewEnded event) {
        return expectations
                .withdraw(event.interviewId(), Owed.ROOM)
                .chain(() -> event.recordingExpected()
                        ? recording(event)
                        : Uni.createFrom().voidItem())
                .chain(() -> event.provider() == Provider.ELEVENLABS
                        ? conversation(event)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> recording(InterviewEnded event) {
        var now = clock.instant();
        var of = config.recording();
        var expected = new Expected(
                event.interviewId(),
                event.tenant(),
                null,
                null,
                event.endedAt(),
                now.plus(of.deadline()),
                now.plus(of.patience()));
        return teller.isRecordingKept(event.interviewId())
                .chain(kept -> kept
                        ? Uni.createFrom().voidItem()
                        : reconciliation.expect(recordings, expected, now.plus(of.firstQuestion())));
    }

    private Uni<Void> conversation(InterviewEnded event) {
        var now = clock.instant();
        var of = config.conversation();
        var expected = new Expected(
                event.interviewId(),
                event.tenant(),
                event.conversationId(),
                Objects.requireNonNullElseGet(event.clientSessionId(), event.interviewId()::toString),
                event.endedAt(),
                now.plus(of.deadline()),
                now.plus(of.patience()));
        return isTold(event)
                .chain(told -> told
                        ? Uni.createFrom().voidItem()
                        : reconciliation.expect(conversations, expected, now.plus(of.firstQuestion())));
    }

    private Uni<Boolean> isTold(InterviewEnded event) {
        var id = event.conversationId();
        return id == null
                ? deliveries.isTold(event.interviewId(), ElevenLabsTranslation.TRANSCRIPTION)
                : deliveries.isTold(id, ElevenLabsTranslation.TRANSCRIPTION);
    }
}
