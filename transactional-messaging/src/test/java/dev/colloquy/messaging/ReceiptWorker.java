package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does what its work says: succeeds, fails twice, never answers, or is hopeless. */
@ApplicationScoped
public class ReceiptWorker implements Worker {

    private final Map<String, Integer> performed = new ConcurrentHashMap<>();

    @Override
    public String queue() {
        return "receipts";
    }

    int times(String key) {
        return performed.getOrDefault(key, 0);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Uni<Void> perform(Job job) {
        performed.merge(job.key(), 1, Integer::sum);
        return switch (job.payload().get("mode").asText()) {
            case "work" -> Uni.createFrom().voidItem();
            case "fail-twice" ->
                job.attempt() < 3
                        ? Uni.createFrom().failure(new IllegalStateException("attempt " + job.attempt()))
                        : Uni.createFrom().voidItem();
            case "hang" -> Uni.createFrom().nothing();
            case "fail" -> Uni.createFrom().failure(new IllegalStateException("attempt " + job.attempt()));
            case "throw" -> throw new IllegalStateException("thrown, not failed");
            default -> Uni.createFrom().failure(new HopelessWork("cannot be done"));
        };
    }
}
