package dev.colloquy.messaging;

import io.vertx.core.Future;
import org.jboss.logging.Logger;

/** One worker at its queue: claims what is due, up to its concurrency, and settles each piece by its outcome. */
final class Shift {

    private static final Logger LOG = Logger.getLogger(Shift.class);

    private final Worker worker;
    private final WorkTable table;
    private final WorkContext context;
    private final Drain drain;

    Shift(Worker worker, WorkTable table, WorkContext context) {
        this.worker = worker;
        this.table = table;
        this.context = context;
        this.drain = new Drain(this::claimAndPerform);
    }

    void request() {
        drain.request();
    }

    void stop() {
        drain.stop();
    }

    private Future<Boolean> claimAndPerform() {
        return table.claim(worker.queue(), worker.concurrency())
                .compose(jobs ->
                        Future.join(jobs.stream().map(this::perform).toList()).map(_ -> !jobs.isEmpty()))
                .onFailure(e -> LOG.warnf("Queue %s not served, will try again: %s", worker.queue(), e.getMessage()));
    }

    private Future<Void> perform(Job job) {
        return context.run(() -> worker.perform(job))
                .compose(_ -> table.done(job), failure -> settle(job, failure))
                .onFailure(e -> LOG.warnf("Work %s not settled, its lease decides: %s", job.id(), e.getMessage()));
    }

    private Future<Void> settle(Job job, Throwable failure) {
        if (job.last() || failure instanceof HopelessWork) {
            LOG.errorf(failure, "Work %s of queue %s is dead", job.id(), worker.queue());
            return table.bury(job, failure.toString());
        }
        LOG.infof("Work %s of queue %s failed, will be tried again: %s", job.id(), worker.queue(), failure);
        return table.postpone(job, failure.toString());
    }
}
