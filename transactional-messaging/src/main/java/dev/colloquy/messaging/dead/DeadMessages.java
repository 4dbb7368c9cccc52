package dev.colloquy.messaging.dead;

import dev.colloquy.messaging.dead.DeadMessageRefusal.Ground;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** What died in this service. Every change is one statement, so it happens wholly and, clicked twice, once. */
@Singleton
public class DeadMessages {

    /** As many are replayed at once; the caller asks again for more. */
    static final int BATCH = 1000;

    private static final Logger LOG = Logger.getLogger(DeadMessages.class);
    private static final String COUNT = "select count(*) from dead_message where kind = coalesce($1, kind)";
    private static final String LIST = """
            select kind, id, subject, key, reason, attempts, died_at, replayable from dead_message
            where kind = coalesce($1, kind) order by died_at desc, id desc limit $2 offset $3""";
    private static final String GET = "select * from dead_message where kind = $1 and id = $2";
    private static final String OLDEST = """
            select id from dead_message where kind = $1 and replayable order by died_at, id limit $2""";

    private final Pool pool;

    DeadMessages(Pool pool) {
        this.pool = pool;
    }

    /** The newest first. */
    Uni<DeadMessage.Page> list(DeadMessageFilter filter) {
        var window = Tuple.of(filter.kind(), filter.size(), filter.page() * filter.size());
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(filter.kind()))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> pool.preparedQuery(LIST)
                        .mapping(DeadMessage::of)
                        .execute(window)
                        .map(rows ->
                                StreamSupport.stream(rows.spliterator(), false).toList())
                        .map(items -> new DeadMessage.Page(items, filter.page(), filter.size(), total)));
    }

    Uni<DeadMessage> get(DeadMessageId id) {
        return pool.preparedQuery(GET)
                .mapping(DeadMessage::withPayload)
                .execute(Tuple.of(id.kind().word(), id.value()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new DeadMessageRefusal(Ground.UNKNOWN);
                    }
                    return rows.iterator().next();
                });
    }

    /** Gives it another life: a message is sent again, work is done again, an event is published again. */
    Uni<Void> replay(DeadMessageId id, String author) {
        return replay(id.kind(), new UUID[] {id.value()}).chain(count -> settled(id, count, "replayed", author));
    }

    /** Replays the oldest of a kind that can be, and tells how many. */
    Uni<DeadMessage.Replayed> replayAll(DeadMessageKind kind, String author) {
        return pool.preparedQuery(OLDEST)
                .mapping(row -> row.getUUID(0))
                .execute(Tuple.of(kind.word(), BATCH))
                .map(ids -> StreamSupport.stream(ids.spliterator(), false).toArray(UUID[]::new))
                .chain(ids -> replay(kind, ids))
                .invoke(count -> LOG.infof("%d dead of kind %s replayed by %s", count, kind.word(), author))
                .map(DeadMessage.Replayed::new);
    }

    /** Takes it out of sight for good. */
    Uni<Void> discard(DeadMessageId id, String author) {
        return pool.preparedQuery(id.kind().discard())
                .execute(Tuple.of(id.value()))
                .map(RowSet::rowCount)
                .chain(count -> settled(id, count, "discarded", author));
    }

    private Uni<Integer> replay(DeadMessageKind kind, UUID[] ids) {
        return pool.preparedQuery(kind.replay()).execute(Tuple.of(ids)).map(RowSet::rowCount);
    }

    private Uni<Void> settled(DeadMessageId id, int count, String how, String author) {
        if (count == 0) {
            return whyNot(id);
        }
        LOG.infof("Dead %s was %s by %s", id, how, author);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> whyNot(DeadMessageId id) {
        return get(id).map(_ -> Ground.NOT_REPLAYABLE)
                .onFailure(DeadMessageRefusal.class)
                .recoverWithUni(() -> pool.preparedQuery(id.kind().find())
                        .execute(Tuple.of(id.value()))
                        .map(rows -> rows.rowCount() == 0 ? Ground.UNKNOWN : Ground.NOT_DEAD))
                .chain(ground -> Uni.createFrom().failure(new DeadMessageRefusal(ground)));
    }
}
