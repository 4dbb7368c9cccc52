package dev.colloquy.session.evidence;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * How many facts a second one replica takes in from Kafka, each in its own transaction. Not part of the suite: run it with
 * {@code -Dtest=FactRateBench}.
 */
@SessionTest
class FactRateBench {

    private static final Logger LOG = Logger.getLogger(FactRateBench.class);
    private static final int INTERVIEWS = 20;
    private static final int FACTS_EACH = 60;

    private final ObjectMapper json;

    @Inject
    FactRateBench(ObjectMapper json) {
        this.json = json;
    }

    @Test
    void measures() throws Exception {
        for (var round = 1; round <= 3; round++) {
            var interviews =
                    IntStream.range(0, INTERVIEWS).mapToObj(_ -> admitted()).toList();
            var before = facts();
            var start = System.nanoTime();
            publish(interviews);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> facts() >= before + INTERVIEWS * FACTS_EACH);
            var seconds = (System.nanoTime() - start) / 1e9;
            LOG.infof("round %d: %.0f facts/s", round, INTERVIEWS * FACTS_EACH / seconds);
        }
    }

    private static InterviewId admitted() {
        var admission = Interviews.admission("acme");
        admission.put("resumeText", "Ten years of payment systems. ".repeat(600));
        return Interviews.admitted(admission);
    }

    private void publish(List<InterviewId> interviews) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", KafkaResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var number = 0; number < FACTS_EACH; number++) {
                for (var interview : interviews) {
                    var kind = number % 2 == 0 ? ParticipantKind.CANDIDATE : ParticipantKind.AGENT;
                    var event = new ParticipantJoined(
                            UUID.randomUUID(), Instant.now(), interview, "PA_" + UUID.randomUUID(), kind);
                    producer.send(new ProducerRecord<>(event.topic(), event.key(), json.writeValueAsString(event)));
                }
            }
        }
    }

    private static long facts() throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var query = database.prepareStatement("select count(*) from interview_fact");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
