package dev.colloquy.webhook.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The audit of replays, and the one statement by which they begin. */
@ApplicationScoped
public class ReplayRepository implements PanacheRepositoryBase<DeliveryReplay, UUID> {

    /** Of two at the same time the second waits for the row, and finds it waiting to be processed. */
    private static final String BEGIN = """
            with chosen as (
                select id, state, reason from delivery
                where id = any($1) and state <> 'RECEIVED' and (conflict_of is null or $2)
                order by id for update
            ), replayed as (
                update delivery set state = 'RECEIVED', settled_at = null, reason = null, replays = replays + 1
                from chosen where delivery.id = chosen.id
                returning delivery.id, replays, provider, kind, signed_with, chosen.state as before,
                    chosen.reason as reason_before
            ), noted as (
                insert into delivery_replay (delivery_id, number, replayed_by, state, reason)
                select id, replays, $3, before, reason_before from replayed
            ), renewed as (
                select id, replays, provider, kind, signed_with,
                    renew_work('process-delivery', id::text, jsonb_build_object('deliveryId', id)) as done
                from replayed
            )
            select coalesce(jsonb_agg(jsonb_build_object('delivery', id, 'number', replays, 'provider', lower(provider),
                'kind', kind, 'signedWith', signed_with)) filter (where done), '[]')::text
            from renewed""";

    private static final TypeReference<List<Replay>> REPLAYS = new TypeReference<>() {};

    private final ObjectMapper json;

    ReplayRepository(ObjectMapper json) {
        this.json = json;
    }

    /** The first one first. */
    public Uni<List<ReplayView>> of(UUID delivery) {
        return find("deliveryId", Sort.by("number"), delivery)
                .list()
                .map(replays -> replays.stream().map(ReplayView::of).toList());
    }

    /**
     * Has deliveries processed again, as a new event each, unless they wait for that already.
     *
     * @param conflictsToo whether those are meant, too, that came in conflict with another one
     * @return those whose replay has begun
     */
    Uni<List<Replay>> begin(Collection<UUID> deliveries, boolean conflictsToo, String author) {
        return Sql.value(BEGIN, String.class, deliveries.toArray(UUID[]::new), conflictsToo, author)
                .map(this::read);
    }

    private List<Replay> read(String rows) {
        try {
            return json.readValue(rows, REPLAYS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database answered broken JSON", e);
        }
    }
}
