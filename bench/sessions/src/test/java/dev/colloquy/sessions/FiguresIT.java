package dev.colloquy.sessions;

import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.Figures;
import dev.colloquy.local.embedded.ServiceProcess;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast and how dear one replica is, on this machine; measured, not judged. */
@Tag("long")
class FiguresIT {

    private static final int CALLERS = 8;
    private static final int INTERVIEWS = 1000;
    private static final int FACTS_PER_SECOND = 200;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static Sessions sessions;
    private static ServiceProcess replica;
    private static Interviewing interviewing;
    private static List<InterviewId> interviews;

    @BeforeAll
    static void startOneReplica() {
        sessions = new Sessions();
        replica = sessions.start();
        interviewing = new Interviewing(sessions, Clock.systemUTC());
        interviews = admitted();
    }

    @AfterAll
    static void stop() {
        interviewing.close();
        sessions.close();
    }

    @Test
    @DisplayName("S7: ends of interviews, eight callers")
    void ends() {
        var ended = admitted();
        measure("end of an interview", ended, interviewing::end);
    }

    @Test
    @DisplayName("S8: batches of 50 entries, eight callers")
    void transcripts() {
        measure("transcript batch of 50 entries", interviews, (api, id) -> interviewing.transcribe(api, id, 0, 50));
    }

    @Test
    @DisplayName("S5: results with a transcript of 50 entries, eight callers")
    void results() {
        each(interviews, (api, id) -> interviewing.transcribe(api, id, 0, 50));
        measure("results", interviews, interviewing::results);
    }

    @Test
    @DisplayName("S10: facts at 200/s, from their publication to their transaction")
    void facts() {
        var cpu = replica.cpu();
        int facts = 30 * FACTS_PER_SECOND;
        long begin = System.nanoTime();
        for (int fact = 0; fact < facts; fact++) {
            LockSupport.parkNanos(begin + fact * 1_000_000_000L / FACTS_PER_SECOND - System.nanoTime());
            interviewing.join(interviews.get(fact % interviews.size()));
        }
        var joins = "from interview_fact where kind = 'candidate_connected'";
        await("all facts are there")
                .atMost(LIMIT)
                .until(() -> sessions.rows("select count(*) " + joins).contains(String.valueOf(facts)));
        var spent = replica.cpu().minus(cpu).toMillis() / (double) facts;
        for (var percent : List.of("0.5", "0.99")) {
            Figures.add(
                    "fact at 200/s, publication → transaction, quantile " + percent,
                    "%s ms",
                    sessions.rows(
                                    "select round((extract(epoch from percentile_cont(%s) within group (order by recorded_at - occurred_at)) * 1000)::numeric, 1) %s"
                                            .formatted(percent, joins))
                            .getFirst());
        }
        Figures.add("CPU per 1,000 facts", "%.2f s", spent);
    }

    private static List<InterviewId> admitted() {
        var ids = new ArrayList<InterviewId>();
        for (int i = 0; i < INTERVIEWS; i++) {
            ids.add(new InterviewId(Generators.timeBasedEpochGenerator().generate()));
        }
        each(ids, interviewing::admit);
        return ids;
    }

    private static void measure(String what, List<InterviewId> ids, BiConsumer<Api, InterviewId> call) {
        var cpu = replica.cpu();
        long begin = System.nanoTime();
        var micros = each(ids, call);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Figures.add(
                what + ", " + CALLERS + " callers",
                "%.0f/s, p50 %.1f ms, p99 %.1f ms, CPU per 1,000 %.2f s",
                ids.size() / seconds,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                replica.cpu().minus(cpu).toMillis() / (double) ids.size());
    }

    /** Microseconds of each call. */
    private static Histogram each(List<InterviewId> ids, BiConsumer<Api, InterviewId> call) {
        var micros = new ConcurrentHistogram(3);
        try (var threads = Executors.newFixedThreadPool(CALLERS);
                var http = HttpClient.newHttpClient()) {
            var api = new Api(sessions, http, 0);
            var calls = ids.stream()
                    .<Future<?>>map(id -> threads.submit(() -> {
                        long begin = System.nanoTime();
                        call.accept(api, id);
                        micros.recordValue((System.nanoTime() - begin) / 1000);
                    }))
                    .toList();
            for (var done : calls) {
                done.get();
            }
            return micros;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
