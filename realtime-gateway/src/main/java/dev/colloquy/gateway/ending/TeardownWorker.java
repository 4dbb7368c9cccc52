package dev.colloquy.gateway.ending;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.room.LiveKitRooms;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Ends a room step by step. A crash costs the step it happened in, which the next attempt repeats. */
@ApplicationScoped
class TeardownWorker implements Worker {

    record Order(InterviewId interview, TenantId tenant, String key) {}

    private static final Logger LOG = Logger.getLogger(TeardownWorker.class);
    private static final String END_MESSAGE = """
            {"type":"end_interview","reason":"user_ended"}""";

    private final EndingService endings;
    private final LiveKitRooms rooms;
    private final EndingConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Clock clock;

    TeardownWorker(
            EndingService endings,
            LiveKitRooms rooms,
            EndingConfig config,
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

    /** A room that stays open costs money and lets people stay who should not. */
    @Override
    public Duration patience() {
        return Duration.ofHours(6);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var order = json.convertValue(job.payload(), Order.class);
        return endings.nextStep(order)
                .chain(step -> continueWith(order, step))
                .invoke(() -> LOG.infof("Room torn down: interviewId=%s", order.interview()));
    }

    private Uni<Void> continueWith(Order order, TeardownStep step) {
        return step == TeardownStep.DONE
                ? Uni.createFrom().voidItem()
                : attempt(step, order.interview())
                        .chain(() -> endings.reached(order, step.next()))
                        .chain(() -> continueWith(order, step.next()));
    }

    private Uni<Void> attempt(TeardownStep step, InterviewId interview) {
        var taken = take(step, interview);
        return step.isNeeded()
                ? taken
                : taken.onFailure()
                        .invoke(failure -> LOG.warnf("Teardown goes on without %s: %s", step, failure))
                        .onFailure()
                        .recoverWithNull();
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
        var millis = config.pollInterval().toMillis();
        return Uni.createFrom().emitter(waiting -> vertx.setTimer(millis, _ -> waiting.complete(null)));
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
