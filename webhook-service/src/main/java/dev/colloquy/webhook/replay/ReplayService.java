package dev.colloquy.webhook.replay;

import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.DeliveryFilter;
import dev.colloquy.webhook.delivery.DeliveryMetrics;
import dev.colloquy.webhook.delivery.DeliveryOutcome;
import dev.colloquy.webhook.delivery.DeliveryRepository;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.DeliveryState;
import dev.colloquy.webhook.replay.ReplayRefused.Ground;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has stored deliveries processed again, for consumers who lost what came of them, or after a fix. */
@ApplicationScoped
class ReplayService {

    /** As many are replayed at once; the caller asks again for more. */
    static final int MOST = 500;

    private static final String REPLAYABLE = " and state <> :waiting and conflictOf is null";
    private static final Logger LOG = Logger.getLogger(ReplayService.class);

    private final ReplayRepository replays;
    private final DeliveryRepository deliveries;
    private final LeasedWork work;
    private final DeliveryMetrics metrics;

    ReplayService(ReplayRepository replays, DeliveryRepository deliveries, LeasedWork work, DeliveryMetrics metrics) {
        this.replays = replays;
        this.deliveries = deliveries;
        this.work = work;
        this.metrics = metrics;
    }

    /** How many were replayed. */
    record Replayed(int replayed) {}

    private record Candidate(UUID id) {}

    /**
     * Replays one.
     *
     * @param conflictToo whether it may be one that came in conflict with another
     */
    Uni<Void> replay(UUID id, boolean conflictToo, String author) {
        return Panache.withTransaction(() -> replays.begin(List.of(id), conflictToo, author)
                        .call(begun -> begun.isEmpty()
                                ? refuse(id, conflictToo)
                                : Uni.createFrom().voidItem()))
                .invoke(begun -> tell(begun, author))
                .replaceWithVoid();
    }

    /** Replays the oldest that are meant; neither those that wait to be processed nor those in conflict. */
    Uni<Replayed> replayAll(DeliveryFilter filter, String author) {
        return Panache.withTransaction(() -> find(filter).chain(ids -> replays.begin(ids, false, author)))
                .invoke(begun -> tell(begun, author))
                .map(begun -> new Replayed(begun.size()));
    }

    private Uni<List<UUID>> find(DeliveryFilter filter) {
        var parameters = filter.parameters();
        parameters.put("waiting", DeliveryState.RECEIVED);
        return deliveries
                .find(filter.condition() + REPLAYABLE, Sort.ascending("receivedAt", "id"), parameters)
                .page(0, MOST)
                .project(Candidate.class)
                .list()
                .map(found -> found.stream().map(Candidate::id).toList());
    }

    private Uni<Void> refuse(UUID id, boolean conflictToo) {
        return deliveries
                .findById(id)
                .chain(delivery -> Uni.createFrom().failure(new ReplayRefused(whyNot(delivery, conflictToo))));
    }

    private static Ground whyNot(@Nullable Delivery delivery, boolean conflictToo) {
        if (delivery == null) {
            return Ground.UNKNOWN;
        }
        return delivery.isInConflict() && !conflictToo ? Ground.IN_CONFLICT : Ground.WAITING;
    }

    private void tell(List<Replay> begun, String author) {
        work.wake(DeliveryService.QUEUE);
        begun.forEach(replay -> {
            LOG.infof("Delivery replayed deliveryId=%s number=%d by=%s", replay.delivery(), replay.number(), author);
            metrics.count(replay.provider(), replay.kind(), replay.signedWith(), DeliveryOutcome.REPLAYED);
        });
    }
}
