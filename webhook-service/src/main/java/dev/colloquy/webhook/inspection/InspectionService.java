package dev.colloquy.webhook.inspection;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.DeliveryFilter;
import dev.colloquy.webhook.delivery.DeliveryRepository;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.inspection.Inspection.Conflict;
import dev.colloquy.webhook.replay.ReplayRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class InspectionService {

    private static final int MOST_CONFLICTS = 100;

    private final DeliveryRepository deliveries;
    private final ReplayRepository replays;
    private final LeasedWork work;
    private final ObjectMapper json;
    private final Vertx vertx;

    InspectionService(
            DeliveryRepository deliveries, ReplayRepository replays, LeasedWork work, ObjectMapper json, Vertx vertx) {
        this.deliveries = deliveries;
        this.replays = replays;
        this.work = work;
        this.json = json;
        this.vertx = vertx;
    }

    @WithTransaction
    Uni<Delivery> get(UUID id) {
        return deliveries.findById(id).onItem().ifNull().failWith(DeliveryNotFound::new);
    }

    /** The newest first. */
    @WithTransaction
    Uni<DeliveryView.Page> list(DeliveryFilter filter, PageRequest page) {
        var matching = deliveries.find(filter.condition(), Sort.descending("receivedAt", "id"), filter.parameters());
        return matching.count()
                .chain(total -> matching.page(page.page(), page.size())
                        .project(DeliveryView.class)
                        .list()
                        .map(items -> new DeliveryView.Page(items, page.page(), page.size(), total)));
    }

    /** A body may have megabytes to read and to mask, which is no work for the event loop. */
    Uni<InspectionView> inspect(UUID id) {
        return Panache.withTransaction(() -> get(id).chain(this::inspect))
                .chain(inspection -> vertx.executeBlocking(() -> view(inspection)));
    }

    private Uni<Inspection> inspect(Delivery delivery) {
        return conflicts(delivery.id())
                .chain(conflicts -> replays.of(delivery.id())
                        .chain(replayed -> work.progress(
                                        DeliveryService.QUEUE, delivery.id().toString())
                                .map(progress -> new Inspection(delivery, conflicts, replayed, progress))));
    }

    private Uni<List<Conflict>> conflicts(UUID id) {
        return deliveries
                .find("conflictOf", Sort.by("receivedAt", "id"), id)
                .page(0, MOST_CONFLICTS)
                .project(Conflict.class)
                .list();
    }

    private InspectionView view(Inspection inspection) {
        return InspectionView.of(
                inspection, LenientJson.read(json, inspection.delivery().body()));
    }
}
