package dev.colloquy.payments.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic of a trial with its dead letters and its consumer group, which has the topic's name. */
public final class PaymentsTopic {

    private static final int PARTITIONS = 3;

    private final String name;
    private final Map<String, Object> settings =
            Map.of("bootstrap.servers", Servers.running().bootstrapServers());

    private PaymentsTopic(String name) {
        this.name = name;
    }

    static PaymentsTopic create(String name) {
        var topic = new PaymentsTopic(name);
        try (var admin = Admin.create(topic.settings)) {
            done(admin.createTopics(List.of(
                            new NewTopic(name, PARTITIONS, (short) 1), new NewTopic(name + "-dead", 1, (short) 1)))
                    .all());
        }
        return topic;
    }

    String name() {
        return name;
    }

    public List<Published> published() {
        return records(name, PARTITIONS).stream().map(Published::of).toList();
    }

    public List<ConsumerRecord<String, String>> deadLetters() {
        return records(name + "-dead", 1);
    }

    public void send(List<ProducerRecord<String, String>> records) {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                done(sent);
            }
        }
    }

    public ProducerRecord<String, String> record(String key, String value) {
        return new ProducerRecord<>(name, key, value);
    }

    /** Reads along from now on. */
    public Arrivals arrivals() {
        return new Arrivals(settings, partitions(name, PARTITIONS));
    }

    /** How many records the consumers have not committed. */
    public long lag() {
        try (var admin = Admin.create(settings)) {
            var ends = done(admin.listOffsets(partitions(name, PARTITIONS).stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all());
            var committed = done(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                    .sum();
        }
    }

    /** Lets the group begin again; its consumers must be gone. */
    public void rewind() {
        try (var admin = Admin.create(settings)) {
            var start = partitions(name, PARTITIONS).stream()
                    .collect(Collectors.toMap(partition -> partition, _ -> new OffsetAndMetadata(0)));
            done(admin.alterConsumerGroupOffsets(name, start).all());
        }
    }

    private List<ConsumerRecord<String, String>> records(String topic, int partitions) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var all = partitions(topic, partitions);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> T done(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
