package dev.colloquy.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class CleanUpTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    CleanUp cleanUp;

    @Test
    @DisplayName("old rows go in batches; young ones, waiting ones and dead ones stay")
    void removesWhatIsOldAndOver() {
        sql("""
                insert into outbox_message (event_id, topic, key, payload, created_at, published_at, dead_reason)
                select gen_random_uuid(), 'interview-ended', 'clean-up', '1', now() - age, published, dead
                from (values (2500, interval '15 days', now() - interval '15 days', null),
                             (1, interval '13 days', now() - interval '13 days', null),
                             (1, interval '15 days', null, 'too large')) as kind(times, age, published, dead),
                    generate_series(1, times)""");
        sql("""
                insert into inbox_message (consumer, event_id, received_at)
                select 'clean-up', gen_random_uuid(), now() - age
                from (values (1200, interval '15 days'), (1, interval '13 days')) as kind(times, age),
                    generate_series(1, times)""");
        sql("""
                insert into leased_work (queue, key, payload, state, due_at, finished_at)
                select 'clean-up', gen_random_uuid()::text, '{}', state, now() + interval '1 day', now() - age
                from (values (1200, 'done', interval '15 days'), (1, 'done', interval '13 days'),
                             (1, 'dead', interval '15 days'), (1, 'waiting', null)) as kind(times, state, age),
                    generate_series(1, times)""");
        sql("""
                insert into dead_letter
                    (topic, record_partition, record_offset, replayable, reason, cause_class, received_at, settled_at)
                values ('clean-up', 0, 1, true, '', '', now() - interval '15 days', now() - interval '15 days'),
                       ('clean-up', 0, 2, true, '', '', now() - interval '15 days', now() - interval '13 days'),
                       ('clean-up', 0, 3, true, '', '', now() - interval '15 days', null)""");
        cleanUp.request();
        await().atMost(LIMIT).until(() -> count("outbox_message where key = 'clean-up'") == 2);
        await().atMost(LIMIT).until(() -> count("inbox_message where consumer = 'clean-up'") == 1);
        await().atMost(LIMIT).until(() -> count("leased_work where queue = 'clean-up'") == 3);
        await().atMost(LIMIT).until(() -> count("dead_letter where topic = 'clean-up'") == 2);
        assertEquals(1, count("outbox_message where key = 'clean-up' and dead_reason is not null"));
        assertEquals(1, count("leased_work where queue = 'clean-up' and state = 'dead'"));
    }

    private long count(String from) {
        return pool.query("select count(*) from " + from)
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().atMost(LIMIT);
    }
}
