package dev.colloquy.payments.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A payment as the topic has it. */
public record Published(String eventId, String account, long number) {

    static Published of(ConsumerRecord<String, String> record) {
        var id = new String(record.headers().lastHeader("event-id").value(), UTF_8);
        var number = Long.parseLong(record.value().replaceAll(".*\"number\":(\\d+).*", "$1"));
        return new Published(id, record.key(), number);
    }
}
