package dev.colloquy.messaging.dead;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps each dead letter of the service as a row. It tries until the row is there, however long the database is away,
 * and the offset is committed afterwards; so none is lost, and none dies a second time here.
 */
@ApplicationScoped
class DeadLetterConsumer {

    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String INSERT = """
            insert into dead_letter
                (topic, record_partition, record_offset, key, payload, replayable, reason, cause_class)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (topic, record_partition, record_offset) do nothing""";

    private final Pool pool;

    DeadLetterConsumer(Pool pool) {
        this.pool = pool;
    }

    @Incoming("dead-letters")
    Uni<Void> keep(ConsumerRecord<byte[], byte[]> record) {
        var letter = DeadLetter.of(record);
        return pool.preparedQuery(INSERT)
                .execute(letter.row())
                .ifNoItem()
                .after(STEP_LIMIT)
                .fail()
                .onFailure()
                .invoke(e -> LOG.warnf("Dead letter not kept, will try again: %s", e.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .invoke(() -> LOG.errorf("Event %s could not be used: %s", letter.origin(), letter.causeClass()))
                .replaceWithVoid();
    }
}
