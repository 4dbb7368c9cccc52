package dev.colloquy.messaging;

import dev.colloquy.messaging.Receipt.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One batch on its way to the broker. A message is handed over only when the one ahead of it, with the same topic and
 * key, is acknowledged; so none is overtaken by a neighbour whose first try fared better. Blocks its thread.
 */
final class Dispatch {

    private record Lane(String topic, String key) {}

    private final Function<OutboxMessage, CompletableFuture<Receipt>> broker;
    private final Map<Lane, CompletableFuture<Receipt>> latest = new HashMap<>();
    private final Set<String> closedTopics = new HashSet<>();

    Dispatch(Function<OutboxMessage, CompletableFuture<Receipt>> broker) {
        this.broker = broker;
    }

    /** Hands over in the given order and returns when the fate of every message is known. */
    List<Receipt> send(List<OutboxMessage> batch) {
        var receipts = batch.stream().map(this::sendNext).toList();
        return receipts.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Receipt> sendNext(OutboxMessage message) {
        var lane = new Lane(message.topic(), message.key());
        var ahead = latest.get(lane);
        var receipt = ahead != null && ahead.join().is(Outcome.UNKNOWN)
                ? held(message, "a message ahead of it is not published")
                : closedTopics.contains(message.topic()) ? held(message, "its topic takes no messages") : send(message);
        latest.put(lane, receipt);
        return receipt;
    }

    /** A topic that refuses before anything was sent (unknown, not authorised) would cost each message a wait. */
    private CompletableFuture<Receipt> send(OutboxMessage message) {
        var receipt = broker.apply(message);
        if (receipt.isDone() && receipt.join().is(Outcome.UNKNOWN)) {
            closedTopics.add(message.topic());
        }
        return receipt;
    }

    private static CompletableFuture<Receipt> held(OutboxMessage message, String reason) {
        return CompletableFuture.completedFuture(new Receipt(message, Outcome.UNKNOWN, reason));
    }
}
