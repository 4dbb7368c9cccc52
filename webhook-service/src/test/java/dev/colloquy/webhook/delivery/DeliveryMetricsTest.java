package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Operator;
import dev.colloquy.webhook.Sender;
import dev.colloquy.webhook.signature.LiveKitTokens;
import dev.colloquy.webhook.signature.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries here are signed with the previous key, as no other test's are: these counters count nothing else. */
@QuarkusTest
@DisplayName("W6 Counters of deliveries")
class DeliveryMetricsTest {

    private final String id = "EV_" + UUID.randomUUID();
    private final InterviewId interview = new InterviewId(UUID.randomUUID());

    @Inject
    MeterRegistry meters;

    @Test
    @DisplayName("W05 W08: tell who sent what with which key, again, or something else")
    void tellHowADeliveryCameIn() {
        var accepted = new Count("room_started", "accepted");
        var duplicate = new Count("room_started", "duplicate");
        var conflict = new Count("room_finished", "conflict");
        var ignored = new Count("room_started", "ignored");

        send("room_started");
        send("room_started");
        send("room_started");
        send("room_finished");

        accepted.is(1);
        duplicate.is(2);
        conflict.is(1);
        ignored.is(1);
    }

    @Test
    void tellWhatBecameOfIt() {
        var published = new Count("participant_joined", "published");
        var replayed = new Count("participant_joined", "replayed");
        send("participant_joined");
        published.is(1);

        assertEquals(202, Operator.replay(Deliveries.await(id, "PUBLISHED").id()));

        replayed.is(1);
        published.is(2);
    }

    @Test
    void tellOfTheDeadOnce() {
        var dead = new Count("egress_ended", "dead");

        send("egress_ended");

        Deliveries.await(id, "DEAD");
        dead.is(1);
    }

    @Test
    @DisplayName("W13: count once what was tried again and again")
    void countOnceWhatIsTriedAgain() {
        var published = new Count("participant_left", "published");
        Database.update("revoke insert on outbox_message from webhook_app");
        try {
            send("participant_left");
            Awaitility.await()
                    .until(() -> Database.number(
                                    "select coalesce(max(attempts), 0) from leased_work where key = ?",
                                    Deliveries.containing(id).getFirst().id().toString())
                            >= 3);
            published.is(0);
        } finally {
            Database.update("grant insert on outbox_message to webhook_app");
        }

        Deliveries.await(id, "PUBLISHED");
        published.is(1);
    }

    @ParameterizedTest
    @DisplayName("kinds nobody knows share one time series")
    @CsvSource({
        "LIVEKIT, egress_ended, egress_ended",
        "LIVEKIT, unreadable, unreadable",
        "LIVEKIT, post_call_audio, other",
        "ELEVENLABS, post_call_audio, post_call_audio",
        "ELEVENLABS, something_new, other",
        "OPENAI, realtime.call.incoming, realtime.call.incoming",
        "OPENAI, '', other",
        "TAVUS, system.shutdown, system.shutdown"
    })
    void areBounded(Provider provider, String kind, String counted) {
        assertEquals(counted, KnownKinds.bounded(provider, kind));
    }

    private final class Count {

        private final String kind;
        private final String outcome;
        private final double before;

        Count(String kind, String outcome) {
            this.kind = kind;
            this.outcome = outcome;
            this.before = now();
        }

        void is(int more) {
            Awaitility.await().untilAsserted(() -> assertEquals(before + more, now(), kind + " " + outcome));
        }

        private double now() {
            return meters.counter(
                            "colloquy.webhook.deliveries",
                            "provider",
                            "livekit",
                            "kind",
                            kind,
                            "key",
                            "previous",
                            "outcome",
                            outcome)
                    .count();
        }
    }

    private void send(String event) {
        var body = """
                {"event":"%s","id":"%s","room":{"sid":"RM_1","name":"%s"},"egressInfo":{"roomName":"%s"},
                "participant":{"sid":"PA_1","identity":"candidate-1"}}""".formatted(event, id, interview.roomName(), interview.roomName());
        assertEquals(204, Sender.livekit(body, LiveKitTokens::signWithOldKey));
    }
}
