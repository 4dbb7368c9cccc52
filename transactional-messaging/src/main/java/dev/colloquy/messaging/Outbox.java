package dev.colloquy.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Messages that are published if, and only if, the surrounding transaction commits. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox_message (event_id, topic, key, payload, traceparent)
            values ($1, $2, $3, $4, nullif($5, ''))""";

    private final ObjectMapper json;
    private final Signals signals;
    private final Set<String> topics;

    Outbox(ObjectMapper json, Signals signals, MessagingConfig config) {
        this.json = json;
        this.signals = signals;
        this.topics = config.topics().orElse(Set.of());
    }

    /**
     * Adds a message to the caller's transaction.
     *
     * @param topic the Kafka topic, one of {@code colloquy.messaging.topics}
     * @param key the partition key; messages with the same key keep their order
     * @param eventId what consumers deduplicate by; a second message with the same id fails the transaction
     * @param payload serialised to JSON now
     */
    public Uni<Void> add(String topic, String key, UUID eventId, Object payload) {
        if (!topics.contains(topic)) {
            throw new IllegalArgumentException("Topic " + topic + " is not among colloquy.messaging.topics: " + topics);
        }
        var body = toJson(payload);
        var traceparent = Traces.current();
        return Sql.update(INSERT, eventId, topic, key, body, traceparent)
                .chain(() -> signals.signalAfterCommit(Relay.SUBJECT));
    }

    private String toJson(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A message must serialise to JSON", e);
        }
    }
}
