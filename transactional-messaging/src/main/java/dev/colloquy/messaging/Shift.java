package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * One worker at its queue: claims what is due for every place that is free, and settles each piece by its outcome; what is
 * done in the meantime is settled together. No step waits for ever, so neither a silent database nor work that never answers
 * stops the queue.
 */
final class Shift {

    private static final Logger LOG = Logger.getLogger(Shift.class);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(10);

    private final Worker worker;
    private final WorkTable table;
    private final WorkContext context;
    private final Duration lease;
    private final Drain drain;
    private final Drain settling;
    private final Queue<Job> finished = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();

    Shift(Worker worker, WorkTable table, WorkContext context, Duration lease) {
        this.worker = worker;
        this.table = table;
        this.context = context;
        this.lease = lease;
        this.drain = new Drain(this::fillFreePlaces);
        this.settling = new Drain(this::settleFinished);
    }

    /** What is signalled when there is work in a queue. */
    static String subject(String queue) {
        return "leased_work/" + queue;
    }

    String queue() {
        return worker.queue();
    }

    void request() {
        drain.request();
    }

    void stop() {
        drain.stop();
        settling.stop();
    }

    private Future<Boolean> fillFreePlaces() {
        int free = worker.concurrency() - busy.get();
        if (free <= 0) {
            return Future.succeededFuture(false);
        }
        return limited(table.claim(worker, free))
                .map(this::begin)
                .onFailure(e -> LOG.warnf("Queue %s not served, will try again: %s", worker.queue(), e.getMessage()));
    }

    private boolean begin(List<Job> jobs) {
        busy.addAndGet(jobs.size());
        jobs.forEach(job -> perform(job).onComplete(_ -> leavePlace()));
        return !jobs.isEmpty();
    }

    private void leavePlace() {
        busy.decrementAndGet();
        drain.request();
    }

    private Future<Void> perform(Job job) {
        return context.run(() -> bounded(job))
                .compose(_ -> finish(job), failure -> settle(job, failure))
                .onFailure(e -> LOG.warnf("Work %s not settled, its lease decides: %s", job.id(), e.getMessage()));
    }

    private Future<Void> finish(Job job) {
        finished.add(job);
        settling.request();
        return Future.succeededFuture();
    }

    private Future<Boolean> settleFinished() {
        var jobs = Stream.generate(finished::poll).takeWhile(Objects::nonNull).toList();
        if (jobs.isEmpty()) {
            return Future.succeededFuture(false);
        }
        return limited(table.done(jobs))
                .onFailure(e -> LOG.warnf(
                        "%d done of queue %s not settled, their leases decide: %s",
                        jobs.size(), worker.queue(), e.getMessage()))
                .map(true);
    }

    private Uni<Void> bounded(Job job) {
        return worker.perform(job)
                .ifNoItem()
                .after(lease)
                .failWith(() -> new IllegalStateException("Not done within its lease of " + lease));
    }

    private Future<Void> settle(Job job, Throwable failure) {
        if (job.last() || failure instanceof HopelessWork) {
            LOG.errorf(failure, "Work %s of queue %s is dead", job.id(), worker.queue());
            return limited(table.bury(job, failure.toString()));
        }
        LOG.debugf("Work %s of queue %s failed, will be tried again: %s", job.id(), worker.queue(), failure);
        return limited(table.postpone(job, failure.toString()));
    }

    private static <T> Future<T> limited(Future<T> step) {
        return step.timeout(STEP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
