package dev.colloquy.webhook.delivery;

import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The inbox: what is in it is acknowledged. One statement stores a delivery and what is to be done with it. */
@ApplicationScoped
class Intake {

    private static final String TAKE = """
            with taken as (
                insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, interview_id,
                    conversation_id, state)
                select $1, $2, $3, cast($4 as bytea), $5, $6, cast($7 as uuid), $8, $9
                where not exists (select from forgotten where subject in (cast(cast($7 as uuid) as text), $8))
                on conflict (provider, dedupe_key) do nothing
                returning id, state
            )
            select case state when 'RECEIVED'
                then add_work('process-delivery', id::text, jsonb_build_object('deliveryId', id), 0) end
            from taken""";
    private static final String TAKE_CONFLICT = """
            insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, interview_id,
                conversation_id, state, conflict_of)
            select $1, dedupe_key || '#' || encode(sha256($4), 'hex'), $3, $4, $5, $6, $7, $8, $9, id
            from delivery where provider = $1 and dedupe_key = $2 and body <> $4
            on conflict (provider, dedupe_key) do nothing""";

    private final Pool pool;

    Intake(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores a delivery once, unless it is about somebody who asked to be forgotten; it is committed when this answers.
     *
     * @param heard whether it is to be processed
     * @return how it came in: accepted, duplicate or conflict
     */
    Uni<DeliveryOutcome> take(IncomingDelivery incoming, boolean heard) {
        return execute(TAKE, incoming, heard ? DeliveryState.RECEIVED : DeliveryState.IGNORED)
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(DeliveryOutcome.ACCEPTED)
                        : execute(TAKE_CONFLICT, incoming, DeliveryState.CONFLICT)
                                .map(conflicts -> conflicts.rowCount() == 1
                                        ? DeliveryOutcome.CONFLICT
                                        : DeliveryOutcome.DUPLICATE));
    }

    private Uni<RowSet<Row>> execute(String statement, IncomingDelivery incoming, DeliveryState state) {
        var body = incoming.body();
        var subject = incoming.subject();
        var row = Tuple.from(new Object[] {
            body.provider().name(),
            incoming.dedupeKey(),
            incoming.kind(),
            Buffer.buffer(body.bytes()),
            incoming.contentType(),
            body.signedWith().word(),
            subject.interview().map(InterviewId::value).orElse(null),
            subject.conversation().orElse(null),
            state.name()
        });
        return Uni.createFrom()
                .completionStage(
                        () -> pool.preparedQuery(statement).execute(row).toCompletionStage());
    }
}
