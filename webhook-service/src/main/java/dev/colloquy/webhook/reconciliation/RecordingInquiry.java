package dev.colloquy.webhook.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.livekit.EgressEnding;
import dev.colloquy.webhook.livekit.LiveKitApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import livekit.LivekitEgress.EgressInfo;

/** Asks LiveKit how a room's recordings ended. It knows for 24 hours. */
@Singleton
class RecordingInquiry extends Inquiry {

    private final LiveKitApi liveKit;
    private final ReconciliationConfig.Recording config;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    RecordingInquiry(
            ReconciliationService reconciliation,
            ObjectMapper json,
            LiveKitApi liveKit,
            ReconciliationConfig config,
            Clock clock) {
        super(reconciliation, json);
        this.liveKit = liveKit;
        this.config = config.recording();
        this.clock = clock;
    }

    @Override
    Owed owed() {
        return Owed.RECORDING;
    }

    @Override
    Uni<Answer> ask(Expectation expectation) {
        return liveKit.egresses(expectation.interview().roomName()).map(egresses -> answer(expectation, egresses));
    }

    @Override
    List<Event> givenUp(Expectation expectation) {
        return List.of(event(expectation, EgressEnding.expired(), FactSource.DEADLINE));
    }

    @Override
    Duration waitAfter(Question question) {
        return question.waitAfter(config.firstQuestion(), config.longestWait(), random);
    }

    private Answer answer(Expectation expectation, List<EgressInfo> egresses) {
        if (egresses.isEmpty()) {
            return Answer.nothing("no egress");
        }
        var endings = egresses.stream()
                .map(EgressEnding::of)
                .flatMap(Optional::stream)
                .map(ending -> event(expectation, ending, FactSource.RECONCILED))
                .toList();
        return endings.size() == egresses.size()
                ? Answer.complete("all egresses ended", endings)
                : Answer.open("still recording", endings);
    }

    private Event event(Expectation expectation, EgressEnding ending, FactSource source) {
        return ending.event(UUID.randomUUID(), clock.instant(), expectation.interview(), source);
    }
}
