package dev.colloquy.gateway.ending;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.room.LiveKitRooms;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Ends a room step by step. A crash costs the step it happened in, which the next attempt repeats. */
@ApplicationScoped
class TeardownWorker implements Worker {

    record Order(InterviewId interview, TenantId tenant) {}

    private static final String END_MESSAGE = """
            {"type":"end_interview","reason":"user_ended"}""";

    private final EndingService endings;
    private final LiveKitRooms rooms;
    private final TeardownConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Clock clock;

    TeardownWorker(
            EndingService endings,
            LiveKitRooms rooms,
            TeardownConfig config,
            ObjectMapper json,
            Vertx vertx,
            Clock clock) {
        this.endings = endings;
        this.rooms = rooms;
        this.config = config;
        this.json = json;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return EndingService.TEARDOWN;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var order = json.convertValue(job.payload(), Order.class);
        return endings.nextStep(order.interview(), order.tenant()).chain(step -> continueWith(order, step));
    }

    private Uni<Void> continueWith(Order order, TeardownStep step) {
        return step == TeardownStep.DONE
                ? Uni.createFrom().voidItem()
                : take(step, order.interview())
                        .chain(() -> endings.reached(order.interview(), order.tenant(), step.next()))
                        .chain(() -> continueWith(order, step.next()));
    }

    private Uni<Void> take(TeardownStep step, InterviewId interview) {
        return switch (step) {
            case SIGNAL -> rooms.send(interview, END_MESSAGE);
            case GRACE -> awaitAgentLeft(interview, clock.instant().plus(config.grace()));
            case STOP_EGRESS -> stopEgress(interview);
            case REMOVE_CANDIDATE -> rooms.removeCandidate(interview);
            case DELETE_ROOM -> rooms.delete(interview);
            case DONE -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> awaitAgentLeft(InterviewId interview, Instant deadline) {
        return rooms.hasAgent(interview)
                .chain(present -> present && clock.instant().isBefore(deadline)
                        ? pause().chain(() -> awaitAgentLeft(interview, deadline))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> pause() {
        return Uni.createFrom()
                .completionStage(() -> vertx.timer(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)
                        .toCompletionStage())
                .replaceWithVoid();
    }

    private Uni<Void> stopEgress(InterviewId interview) {
        return rooms.activeEgress(interview)
                .chain(active -> Multi.createFrom()
                        .iterable(active)
                        .onItem()
                        .transformToUniAndConcatenate(rooms::stopEgress)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }
}
