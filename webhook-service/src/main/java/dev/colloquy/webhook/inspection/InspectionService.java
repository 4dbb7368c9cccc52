package dev.colloquy.webhook.inspection;

import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.DeliveryRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class InspectionService {

    private static final String MATCHING = "provider = coalesce(?1, provider) and state = coalesce(?2, state)";

    private final DeliveryRepository deliveries;

    InspectionService(DeliveryRepository deliveries) {
        this.deliveries = deliveries;
    }

    @WithTransaction
    Uni<Delivery> get(UUID id) {
        return deliveries.findById(id).onItem().ifNull().failWith(DeliveryNotFound::new);
    }

    /** The newest first. */
    @WithTransaction
    Uni<DeliveryView.Page> list(DeliveryFilter filter) {
        var matching = deliveries.find(
                MATCHING, Sort.descending("receivedAt", "id"), filter.findProvider(), filter.findState());
        return matching.count()
                .chain(total -> matching.page(filter.page(), filter.size())
                        .project(DeliveryView.class)
                        .list()
                        .map(items -> new DeliveryView.Page(items, filter.page(), filter.size(), total)));
    }
}
