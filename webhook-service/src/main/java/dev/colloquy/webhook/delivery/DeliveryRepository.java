package dev.colloquy.webhook.delivery;

import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The inbox: what is in it is acknowledged. */
@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    private static final String INSERT = """
            insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, state)
            values ($1, $2, $3, $4, $5, $6, 'RECEIVED')
            on conflict (provider, dedupe_key) do nothing
            returning id""";
    private static final String INSERT_CONFLICT = """
            insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, state, conflict_of)
            select $1, dedupe_key || '#' || encode(sha256($4), 'hex'), $3, $4, $5, $6, 'CONFLICT', id
            from delivery where provider = $1 and dedupe_key = $2 and body <> $4
            on conflict (provider, dedupe_key) do nothing
            returning id""";

    /** The new row's id, or null when the provider has sent this before. */
    Uni<UUID> insertOnce(IncomingDelivery incoming) {
        return insert(INSERT, incoming);
    }

    /** Keeps the body beside the one that was first under its key; null when the two are equal. */
    Uni<UUID> insertIfConflicting(IncomingDelivery incoming) {
        return insert(INSERT_CONFLICT, incoming);
    }

    private Uni<UUID> insert(String statement, IncomingDelivery incoming) {
        var body = incoming.body();
        return Sql.value(
                statement,
                UUID.class,
                body.provider().name(),
                incoming.dedupeKey(),
                incoming.kind(),
                body.bytes(),
                incoming.contentType(),
                body.signedWith().word());
    }
}
