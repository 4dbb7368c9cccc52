package dev.colloquy.simulators.livekit.webhooks;

import dev.colloquy.simulators.faults.Signing;
import dev.colloquy.simulators.faults.WebhookGate;
import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.runtime.Outgoing;
import dev.colloquy.simulators.runtime.Outgoing.Answer;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * LiveKit's worker for one key and receiver: one event after the other. An attempt that meets a connection error, 429 or
 * 5xx (not 501) is repeated with the same body and JWT after 1, 2, 4 and 8 s; any other answer counts as delivered.
 */
final class DeliveryQueue {

    private static final int DEPTH = 200;
    private static final int ATTEMPTS = 5;
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private final Outgoing outgoing;
    private final WebhookSigner signer;
    private final WebhookGate gate;
    private final SimulatedTime time;
    private final Journal journal;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;

    DeliveryQueue(Outgoing outgoing, WebhookSigner signer, WebhookGate gate, SimulatedTime time, Journal journal) {
        this.outgoing = outgoing;
        this.signer = signer;
        this.gate = gate;
        this.time = time;
        this.journal = journal;
    }

    void add(Delivery delivery) {
        if (waiting.size() >= DEPTH) {
            note(delivery, "dropped: queue full");
            return;
        }
        waiting.addLast(delivery);
        if (!busy) {
            next();
        }
    }

    boolean isIdle() {
        return !busy;
    }

    private void next() {
        @Nullable Delivery delivery = waiting.pollFirst();
        busy = delivery != null;
        if (delivery == null) {
            return;
        }
        Duration age = Duration.between(delivery.occasion().queuedAt(), time.now());
        if (age.compareTo(time.scaled(OLDEST)) > 0) {
            note(delivery, "dropped: waited too long");
            next();
        } else {
            gate.pass(delivery.line(), delivery.occasion().strike(), signing -> sending(delivery, signing))
                    .onComplete(_ -> next());
        }
    }

    private Supplier<Future<Void>> sending(Delivery delivery, Signing signing) {
        String jwt = signer.sign(delivery.occasion().body(), signing);
        return () -> {
            Promise<Void> over = Promise.promise();
            attempt(delivery, jwt, 1, over::complete);
            return over.future();
        };
    }

    private void attempt(Delivery delivery, String jwt, int attempt, Runnable afterwards) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/webhook+json", "User-Agent", "LiveKit", "Authorization", jwt);
        outgoing.post(delivery.url(), headers, delivery.occasion().body()).onComplete(sent -> {
            @Nullable Answer answer = sent.succeeded() ? sent.result() : null;
            write(delivery, attempt, answer);
            if (!mustRepeat(answer)) {
                afterwards.run();
            } else if (attempt == ATTEMPTS) {
                note(delivery, "given up");
                afterwards.run();
            } else {
                time.after(pause(answer, attempt), () -> attempt(delivery, jwt, attempt + 1, afterwards));
            }
        });
    }

    private static boolean mustRepeat(@Nullable Answer answer) {
        return answer == null || answer.status() == 429 || (answer.status() >= 500 && answer.status() != 501);
    }

    private static Duration pause(@Nullable Answer answer, int attempt) {
        Duration usual = Duration.ofSeconds(1L << (attempt - 1));
        if (answer == null || (answer.status() != 429 && answer.status() != 503)) {
            return usual;
        }
        return answer.pause().orElse(usual);
    }

    private void write(Delivery delivery, int attempt, @Nullable Answer answer) {
        JsonObject detail =
                delivery.journal().put("attempt", attempt).put("status", answer == null ? 0 : answer.status());
        journal.sent(Provider.LIVEKIT, "webhook " + delivery.occasion().event(), detail);
    }

    private void note(Delivery delivery, String why) {
        journal.noted(Provider.LIVEKIT, "webhook " + delivery.occasion().event() + " " + why, delivery.journal());
    }
}
