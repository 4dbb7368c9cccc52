package dev.colloquy.messaging.dead;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.messaging.dead.DeadMessageRefusal.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What died is seen, replayed and discarded, on real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class DeadMessagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String DEAD_LETTERS = "dead-letters-messaging-test";

    @Inject
    DeadMessages dead;

    @Inject
    OrderConsumer orders;

    @Inject
    Tables tables;

    @Inject
    KafkaClientService channels;

    @BeforeEach
    @AfterEach
    void forgetTheDead() {
        orders.repair();
        tables.run("delete from outbox_message where dead_reason is not null");
        tables.run("delete from leased_work where state = 'dead'");
        tables.run("delete from dead_letter where settled_at is null");
    }

    @Test
    @DisplayName(
            "F12: an event that its consumer cannot use is kept with its reason, and replayed it takes effect once")
    void replaysALetterAfterTheRepair() {
        var order = UUID.randomUUID();
        orders.refuse(order);
        tables.publish("k-1", order.toString());

        var letter = theOnly(DeadMessageKind.LETTER);
        assertEquals(Tables.ORDERS, letter.subject());
        assertEquals("k-1", letter.key());
        assertTrue(letter.reason().contains("out of stock"), letter.reason());
        assertEquals(order.toString(), run(dead.get(letter.id())).payload());

        orders.repair();
        run(dead.replay(letter.id(), "test"));
        await().atMost(LIMIT).until(() -> tables.payments(order) == 1);
        assertEquals(Ground.NOT_DEAD, refusal(dead.replay(letter.id(), "test")));
        assertEquals(Ground.NOT_DEAD, refusal(dead.discard(letter.id(), "test")));
        assertEquals(0, list(null).total());
        assertEquals(2, orders.heard(order));
    }

    @Test
    void comesBackAsANewLetterWhenItFailsAgain() {
        var order = UUID.randomUUID();
        orders.refuse(order);
        tables.publish("k-2", order.toString());
        var first = theOnly(DeadMessageKind.LETTER);
        run(dead.replay(first.id(), "test"));
        await().atMost(LIMIT).until(() -> orders.heard(order) == 2 && list(null).total() == 1);
        assertFalse(first.id().equals(theOnly(DeadMessageKind.LETTER).id()));
    }

    @Test
    @DisplayName("K08: a consumer that reads its topic again from the start does nothing twice")
    void readsEverythingAgainWithoutEffect() {
        var order = UUID.randomUUID();
        tables.publish("k-3", order.toString());
        await().atMost(LIMIT).until(() -> tables.payments(order) == 1);
        var effects = tables.number("select count(*) from payment");
        var notes = tables.number("select count(*) from inbox_message");

        readFromTheStart("orders");

        await().atMost(LIMIT).until(() -> orders.heard(order) >= 2);
        assertEquals(effects, tables.number("select count(*) from payment"));
        assertEquals(notes, tables.number("select count(*) from inbox_message"));
    }

    @Test
    @DisplayName("bytes that no consumer reads are kept, shown and discarded, but cannot be replayed")
    void refusesToReplayBytes() {
        send(Tables.ORDERS, new byte[] {(byte) 0xc3, 0x28, 0, 'x'});
        var letter = theOnly(DeadMessageKind.LETTER);
        assertFalse(letter.replayable());
        assertTrue(run(dead.get(letter.id())).payload().endsWith("x"));
        assertEquals(Ground.NOT_REPLAYABLE, refusal(dead.replay(letter.id(), "test")));
        assertEquals(0, run(dead.replayAll(DeadMessageKind.LETTER, "test")).replayed());
        run(dead.discard(letter.id(), "test"));
        assertEquals(0, list(null).total());
    }

    @Test
    @DisplayName("a record that somebody else put into the dead letters, without any header, is kept as well")
    void keepsAStrangersRecord() {
        send(DEAD_LETTERS, "{broken".getBytes(StandardCharsets.UTF_8));
        var letter = theOnly(DeadMessageKind.LETTER);
        assertEquals(DEAD_LETTERS, letter.subject());
        assertFalse(letter.replayable());
    }

    @Test
    @DisplayName("a letter waits for as long as its table is away, and a redelivery adds nothing")
    void losesNoLetter() throws SQLException {
        asOwner("alter table dead_letter rename to away");
        try {
            send(DEAD_LETTERS, "patient".getBytes(StandardCharsets.UTF_8));
            await().pollDelay(2, SECONDS).until(() -> true);
        } finally {
            asOwner("alter table away rename to dead_letter");
        }
        theOnly(DeadMessageKind.LETTER);
        readFromTheStart("dead-letters");
        send(DEAD_LETTERS, "next".getBytes(StandardCharsets.UTF_8));
        await().atMost(LIMIT).until(() -> list(null).total() > 1);
        await().during(1, SECONDS).until(() -> tables.number("""
                select count(*) from dead_letter where payload = convert_to('patient', 'UTF8')""") == 1);
    }

    @Test
    void givesDeadWorkAnotherChance() {
        var work = tables.work("hopeless");
        var found = theOnly(DeadMessageKind.WORK);
        assertEquals("work-" + work, found.id().toString());
        assertEquals("receipts", found.subject());
        assertEquals(1, found.attempts());
        assertTrue(found.reason().contains("cannot be done"), found.reason());

        tables.run("update leased_work set payload = '{\"mode\": \"work\"}' where id = $1", work);
        run(dead.replay(found.id(), "test"));
        await().atMost(LIMIT).until(() -> tables.stateOfWork(work).equals("done"));
        assertEquals(Ground.NOT_DEAD, refusal(dead.replay(found.id(), "test")));
    }

    @Test
    void publishesADeadMessageAfterAll() {
        var order = UUID.randomUUID();
        var message = tables.deadMessage("k-4", order.toString());
        var found = theOnly(DeadMessageKind.MESSAGE);
        assertEquals("too large", found.reason());
        assertEquals(1, run(dead.replayAll(DeadMessageKind.MESSAGE, "test")).replayed());
        await().atMost(LIMIT).until(() -> tables.isPublished(message) && tables.payments(order) == 1);
        assertEquals(Ground.NOT_DEAD, refusal(dead.replay(found.id(), "test")));
        assertEquals(0, run(dead.replayAll(DeadMessageKind.MESSAGE, "test")).replayed());
    }

    @Test
    void discardsWhatNobodyWants() {
        tables.deadMessage("k-5", "x");
        var message = theOnly(DeadMessageKind.MESSAGE);
        run(dead.discard(message.id(), "test"));
        assertEquals(Ground.UNKNOWN, refusal(dead.discard(message.id(), "test")));
        tables.work("hopeless");
        var work = theOnly(DeadMessageKind.WORK);
        run(dead.discard(work.id(), "test"));
        assertEquals(Ground.NOT_DEAD, refusal(dead.discard(work.id(), "test")));
        assertEquals(0, list(null).total());
    }

    @Test
    void listsTheNewestFirstInPages() {
        for (int i = 0; i < 5; i++) {
            tables.deadMessage("page-" + i, "x");
        }
        tables.work("hopeless");
        await().atMost(LIMIT).until(() -> list(null).total() == 6);
        assertEquals(5, list("message").total());
        var seen = new ArrayList<DeadMessage>();
        for (int page = 0; page < 4; page++) {
            seen.addAll(run(dead.list(new DeadMessageFilter(null, page, 2))).items());
        }
        assertEquals(6, seen.stream().map(DeadMessage::id).distinct().count());
        assertEquals(
                seen.stream().map(DeadMessage::diedAt).toList(),
                seen.stream()
                        .map(DeadMessage::diedAt)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void knowsNothingOfOtherIds() {
        for (var kind : DeadMessageKind.values()) {
            var id = new DeadMessageId(kind, UUID.randomUUID());
            Stream.of(dead.get(id), dead.replay(id, "test"), dead.discard(id, "test"))
                    .forEach(call -> assertEquals(Ground.UNKNOWN, refusal(call)));
        }
    }

    private DeadMessage theOnly(DeadMessageKind kind) {
        await().atMost(LIMIT).until(() -> list(kind.word()).total() == 1);
        return list(kind.word()).items().getFirst();
    }

    private DeadMessage.Page list(String kind) {
        return run(dead.list(new DeadMessageFilter(kind, 0, 100)));
    }

    private void readFromTheStart(String channel) {
        run(channels.getConsumer(channel).runOnPollingThread(consumer -> {
            consumer.seekToBeginning(consumer.assignment());
        }));
    }

    private static Ground refusal(Uni<?> call) {
        return assertThrows(DeadMessageRefusal.class, () -> run(call)).ground();
    }

    private static <T> T run(Uni<T> call) {
        return call.await().atMost(LIMIT);
    }

    private static void asOwner(String statement) throws SQLException {
        try (var connection = PostgresResource.ownerConnection("booking");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void send(String topic, byte[] value) {
        var settings = Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "k".getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
