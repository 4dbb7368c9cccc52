package dev.colloquy.payments.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when a consumer could read each event, from now on. */
public final class Arrivals implements AutoCloseable {

    private final Map<String, Long> microsOfEvent = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final Thread reader;
    private volatile boolean closed;

    Arrivals(Map<String, Object> settings, List<TopicPartition> partitions) {
        reader = Thread.ofPlatform().name("arrivals").start(() -> read(settings, partitions));
    }

    /** Microseconds since 1970 by the id of the event. */
    public Map<String, Long> noted() {
        return microsOfEvent;
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Map<String, Object> settings, List<TopicPartition> partitions) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, String> record) {
        var id = new String(record.headers().lastHeader("event-id").value(), UTF_8);
        microsOfEvent.putIfAbsent(id, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }
}
