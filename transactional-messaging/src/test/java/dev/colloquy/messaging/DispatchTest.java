package dev.colloquy.messaging;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.messaging.Receipt.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The order of a key, whatever the broker does with each message. Messages are called topic/key/number. */
class DispatchTest {

    private final List<String> handedOver = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, CompletableFuture<Receipt>> slow = new ConcurrentHashMap<>();
    private final Map<String, Outcome> fates = new ConcurrentHashMap<>();

    @Test
    void handsOverTheNextOfAKeyWhenTheOneAheadIsAcknowledged() {
        slow.put("t/a/1", new CompletableFuture<>());
        var sending = CompletableFuture.supplyAsync(() -> send("t/b/1", "t/a/1", "t/a/2"));
        await().during(200, MILLISECONDS).until(() -> handedOver.equals(List.of("t/b/1", "t/a/1")));
        slow.get("t/a/1").complete(receipt("t/a/1", Outcome.PUBLISHED));
        assertEquals(List.of(Outcome.PUBLISHED, Outcome.PUBLISHED, Outcome.PUBLISHED), sending.join());
    }

    @Test
    @DisplayName("a message that did not arrive holds back what follows it, and nobody else")
    void holdsBackWhatFollows() {
        slow.put("t/a/1", new CompletableFuture<>());
        slow.get("t/a/1").completeAsync(() -> receipt("t/a/1", Outcome.UNKNOWN), delayed());
        var outcomes = send("t/a/1", "t/b/1", "t/a/2", "u/a/1", "t/a/3", "t/b/2");
        assertEquals(List.of("t/a/1", "t/b/1", "u/a/1", "t/b/2"), handedOver);
        assertEquals(
                List.of(
                        Outcome.UNKNOWN,
                        Outcome.PUBLISHED,
                        Outcome.UNKNOWN,
                        Outcome.PUBLISHED,
                        Outcome.UNKNOWN,
                        Outcome.PUBLISHED),
                outcomes);
    }

    @Test
    @DisplayName("a message that can never arrive holds nobody back")
    void goesOnAfterARefusal() {
        fates.put("t/a/1", Outcome.REFUSED);
        assertEquals(List.of(Outcome.REFUSED, Outcome.PUBLISHED), send("t/a/1", "t/a/2"));
    }

    @Test
    @DisplayName("a topic that fails before anything is sent is tried once a batch, because each try may block")
    void asksAClosedTopicOnce() {
        fates.put("t/a/1", Outcome.UNKNOWN);
        var outcomes = send("t/a/1", "t/b/1", "u/a/1");
        assertEquals(List.of(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.PUBLISHED), outcomes);
        assertEquals(List.of("t/a/1", "u/a/1"), handedOver);
    }

    private List<Outcome> send(String... names) {
        var batch = Arrays.stream(names).map(DispatchTest::message).toList();
        return new Dispatch(this::broker)
                .send(batch).stream().map(Receipt::outcome).toList();
    }

    private CompletableFuture<Receipt> broker(OutboxMessage message) {
        var name = message.payload();
        handedOver.add(name);
        var fate = fates.getOrDefault(name, Outcome.PUBLISHED);
        return slow.getOrDefault(name, CompletableFuture.completedFuture(receipt(name, fate)));
    }

    private static java.util.concurrent.Executor delayed() {
        return CompletableFuture.delayedExecutor(100, MILLISECONDS);
    }

    private static Receipt receipt(String name, Outcome outcome) {
        return new Receipt(message(name), outcome, "");
    }

    private static OutboxMessage message(String name) {
        var parts = name.split("/");
        return new OutboxMessage(Long.parseLong(parts[2]), UUID.randomUUID(), parts[0], parts[1], name, null);
    }
}
