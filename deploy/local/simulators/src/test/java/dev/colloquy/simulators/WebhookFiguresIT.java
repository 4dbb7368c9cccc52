package dev.colloquy.simulators;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** LiveKit's rules of delivery in real time at full scale: {@code ./colloquy bench webhooks} prints what this measures. */
@Tag("long")
class WebhookFiguresIT {

    private static final Path FIGURES = Path.of("target/figures.md");
    private static final int ROOMS = 20;
    private static final int EVENTS = 2000;

    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", sink.url(), "SIMULATE_TIME_SCALE", "1"));
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    void repeatsAfterOneTwoFourAndEightSeconds() throws IOException {
        sink.answerFirst(500, 503, 429, 502, 500);
        announce("room_started", "repeated");
        awaitAttempts(5);
        List<Hook> hooks = sink.hooks();
        for (int attempt = 1; attempt < 5; attempt++) {
            long wait = milliseconds(
                    hooks.get(attempt).nanos() - hooks.get(attempt - 1).nanos());
            long rule = 1000L << (attempt - 1);
            assertTrue(wait >= rule, () -> "came too early: " + wait);
            row("wait before attempt " + (attempt + 1), rule + " ms", wait + " ms");
        }
        announce("room_finished", "repeated");
        awaitAttempts(6);
        row("attempts that fail", "5", String.valueOf(sink.hooks().size() - 1));
    }

    @Test
    void dropsWhatWaitedForThirtySeconds() throws IOException {
        Runnable answer = sink.holdNext();
        announce("room_started", "slow");
        announce("early", "slow");
        pass(Duration.ofSeconds(3));
        announce("late", "slow");
        pass(Duration.ofSeconds(28));
        answer.run();
        awaitAttempts(2);
        assertEquals(List.of("room_started", "late"), sink.events());
        row("behind an answer of 31 s: an event queued at 0 s", "dropped", "dropped");
        row("behind an answer of 31 s: an event queued at 3 s", "sent", "sent");
    }

    @Test
    void keepsTheOrderOfEveryRoom() throws IOException {
        WebhookReceiver receiver = new WebhookReceiver(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        Map<String, Long> causes = new HashMap<>();
        for (int number = 0; number < EVENTS; number++) {
            String event = "event_" + number;
            causes.put(event, System.nanoTime());
            announce(event, "room-" + number % ROOMS);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> sink.hooks().size() == EVENTS);
        List<Hook> hooks = sink.hooks();
        hooks.forEach(hook -> receiver.receive(hook.body(), hook.header("Authorization")));
        Map<String, List<String>> byRoom = hooks.stream()
                .collect(groupingBy(
                        hook -> hook.json().getJsonObject("room").getString("name"), mapping(Hook::event, toList())));
        for (int room = 0; room < ROOMS; room++) {
            int first = room;
            List<String> sent = IntStream.range(0, EVENTS / ROOMS)
                    .mapToObj(turn -> "event_" + (first + turn * ROOMS))
                    .toList();
            assertEquals(sent, byRoom.get("room-" + room));
        }
        row(EVENTS + " events of " + ROOMS + " rooms", "each room in order", "each room in order");
        List<Long> delays = hooks.stream()
                .map(hook -> (hook.nanos() - causes.get(hook.event())) / 1000)
                .sorted(Collections.reverseOrder())
                .toList();
        row("believed by LiveKit's receiver", "all", hooks.size() + " of " + EVENTS);
        row(
                "from the cause to the receiver",
                "–",
                "median %d µs, p99 %d µs".formatted(delays.get(EVENTS / 2), delays.get(EVENTS / 100)));
    }

    private void announce(String event, String room) {
        simulators.control(
                "/livekit/webhook",
                new JsonObject().put("event", event).put("room", new JsonObject().put("name", room)));
    }

    private void awaitAttempts(int count) {
        await().atMost(Duration.ofMinutes(2)).until(() -> simulators.attempts() >= count);
    }

    /** The one thing here that takes its time by itself. */
    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static long milliseconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static void row(String what, String rule, String measured) throws IOException {
        Files.writeString(
                FIGURES,
                "| %s | %s | %s |%n".formatted(what, rule, measured),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
