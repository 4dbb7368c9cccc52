package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * One worker at its queue: claims what is due for every place that is free, and settles each piece by its outcome. No
 * step waits for ever, so neither a silent database nor work that never answers stops the queue.
 */
final class Shift {

    private static final Logger LOG = Logger.getLogger(Shift.class);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(10);

    private final Worker worker;
    private final WorkTable table;
    private final WorkContext context;
    private final Duration lease;
    private final Drain drain;
    private final AtomicInteger busy = new AtomicInteger();

    Shift(Worker worker, WorkTable table, WorkContext context, Duration lease) {
        this.worker = worker;
        this.table = table;
        this.context = context;
        this.lease = lease;
        this.drain = new Drain(this::fillFreePlaces);
    }

    String queue() {
        return worker.queue();
    }

    void request() {
        drain.request();
    }

    void stop() {
        drain.stop();
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
                .compose(_ -> limited(table.done(job)), failure -> settle(job, failure))
                .onFailure(e -> LOG.warnf("Work %s not settled, its lease decides: %s", job.id(), e.getMessage()));
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
