package dev.colloquy.gateway.sideband;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.transcript.Entry;
import dev.colloquy.gateway.transcript.TranscriptRefused;
import dev.colloquy.gateway.transcript.TranscriptRefused.Reason;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * Tells session-service what is heard, in order and batch by batch, again and again until it has it. On the one context of
 * its call.
 */
final class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final int BATCH = 100;
    /** From here on nothing more should be heard until some of it is told. */
    private static final int FULL = 500;

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SidebandParts parts;
    private final Context context;
    private final InterviewId interview;
    private final Runnable onProgress;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Duration wait = FIRST_WAIT;
    private int most = BATCH;
    private boolean underWay;
    private boolean stopped;

    /** @param onProgress called when session-service has taken a batch */
    Telling(SidebandParts parts, Context context, InterviewId interview, Runnable onProgress) {
        this.parts = parts;
        this.context = context;
        this.interview = interview;
        this.onProgress = onProgress;
    }

    void tell(Entry entry) {
        waiting.add(entry);
        next();
    }

    boolean isFull() {
        return waiting.size() >= FULL;
    }

    boolean isDone() {
        return waiting.isEmpty();
    }

    /** Leaves the rest to nobody. */
    void stop() {
        stopped = true;
    }

    private void next() {
        if (underWay || stopped || waiting.isEmpty()) {
            return;
        }
        underWay = true;
        var batch = waiting.stream().limit(most).toList();
        parts.work()
                .run(() -> parts.transcripts().tell(interview, batch))
                .onSuccess(_ -> context.runOnContext(_ -> taken(batch.size())))
                .onFailure(e -> context.runOnContext(_ -> failed(e, batch.size())));
    }

    private void taken(int count) {
        for (int index = 0; index < count; index++) {
            waiting.remove();
        }
        wait = FIRST_WAIT;
        most = BATCH;
        underWay = false;
        onProgress.run();
        next();
    }

    private void failed(Throwable failure, int count) {
        var reason = failure instanceof TranscriptRefused refused ? refused.reason() : Reason.SESSION_UNAVAILABLE;
        switch (reason) {
            case TRANSCRIPT_CLOSED -> leave(failure, waiting.size());
            case BAD_TRANSCRIPT -> narrow(failure, count);
            case SESSION_UNAVAILABLE -> tryAgain(failure);
        }
    }

    /** One turn that is not taken must not keep its neighbours. */
    private void narrow(Throwable failure, int count) {
        if (count == 1) {
            leave(failure, 1);
        } else {
            most = 1;
            underWay = false;
            next();
        }
    }

    private void leave(Throwable failure, int count) {
        LOG.warnf("What was heard is not taken: interviewId=%s turns=%d: %s", interview, count, failure.getMessage());
        taken(count);
    }

    private void tryAgain(Throwable failure) {
        LOG.debugf("What was heard must wait: interviewId=%s: %s", interview, failure);
        parts.vertx()
                .setTimer(
                        wait.toMillis(),
                        _ -> context.runOnContext(_ -> {
                            underWay = false;
                            next();
                        }));
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
}
