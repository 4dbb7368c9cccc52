package dev.colloquy.sessions;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Callers who play whole interviews, one after another, and note what was acknowledged. */
final class Interviewing implements AutoCloseable {

    private static final int BATCHES = 3;
    private static final int ENTRIES = 20;

    private final Ledger ledger = Ledger.empty();
    private final Sessions sessions;
    private final Clock clock;
    private final Bearers bearers = new Bearers();
    private final Told told;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> callers = new ArrayList<>();
    private volatile boolean stopping;

    Interviewing(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.told = new Told(clock);
    }

    /** Lets so many callers begin. */
    void begin(int count) {
        for (int caller = 0; caller < count; caller++) {
            var seed = new SplittableRandom(caller);
            callers.add(threads.submit(() -> {
                while (!stopping) {
                    play(seed.split());
                }
            }));
        }
    }

    /** Lets them finish what they are at; fails if one of them was refused. */
    Ledger finish() {
        stopping = true;
        for (var caller : callers) {
            try {
                caller.get();
            } catch (ExecutionException e) {
                throw new AssertionError("A caller gave up", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while callers finish", e);
            }
        }
        return ledger;
    }

    private void play(SplittableRandom random) {
        var api = new Api(sessions, http, random.nextLong());
        var id = new InterviewId(Generators.timeBasedEpochGenerator().generate());
        admit(api, id);
        told.joined(id);
        for (int batch = 0; batch < BATCHES; batch++) {
            transcribe(api, id, batch, ENTRIES);
            if (random.nextInt(4) == 0) {
                transcribe(api, id, random.nextInt(batch + 1), ENTRIES);
            }
        }
        endTwice(api, id, random);
        told.recorded(id);
        ledger.ends().add(id.toString());
        practise(api);
    }

    void admit(Api api, InterviewId id) {
        api.put("/internal/interviews/" + id + "/admission", bearers.service(), """
                {"tenant": "acme", "candidateId": "%s", "firstName": "Ada", "resumeText": "Ten years of payment systems",
                 "consent": true, "provider": "livekit", "scheduledAt": "%s"}""".formatted(
                        UUID.randomUUID(), clock.instant()));
    }

    void transcribe(Api api, InterviewId id, int batch, int size) {
        var items = IntStream.range(batch * size, (batch + 1) * size).boxed().toList();
        var entries = items.stream()
                .map(item -> """
                        {"speaker": "%s", "text": "What was said as number %d", "timestamp": "%s", "item_id": "item-%d"}""".formatted(item % 2 == 0 ? "ai" : "candidate", item, clock.instant(), item))
                .collect(Collectors.joining(","));
        api.post(
                "/api/interviews/" + id + "/transcript", bearers.agent(), """
                {"entries": [%s], "completed": %b}""".formatted(entries, batch == BATCHES - 1));
        items.forEach(item -> ledger.entries().add(id + "/item-" + item));
    }

    /** By two entrances at once: the second changes nothing. */
    private void endTwice(Api api, InterviewId id, RandomGenerator random) {
        var bearer = bearers.interviewee(id);
        var byRoom = new Api(sessions, http, random.nextLong());
        var second = threads.submit(() -> byRoom.post("/api/interviews/by-room/" + id.roomName() + "/end", bearer, ""));
        end(api, id);
        try {
            second.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The second end was refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ending", e);
        }
    }

    void end(Api api, InterviewId id) {
        api.post("/api/session/end-session", bearers.interviewee(id), "{\"sessionId\": \"%s\"}".formatted(id));
    }

    void results(Api api, InterviewId id) {
        api.get("/api/interviews/" + id + "/results", bearers.user("recruiter@acme"));
    }

    void join(InterviewId id) {
        told.joined(id);
    }

    private void practise(Api api) {
        var session = UUID.randomUUID().toString();
        api.post("/api/save-interview", bearers.user("candidate@acme"), """
                {"client_session_id": "%s", "ended_by": "user", "agent_id": "agent_practice"}""".formatted(session));
        ledger.practice().add(session);
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        http.shutdownNow();
        told.close();
    }
}
