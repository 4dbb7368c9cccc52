package dev.colloquy.payments.load;

import dev.colloquy.payments.payment.PaymentDeclined;
import dev.colloquy.payments.payment.PaymentService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

@ApplicationScoped
class Writers {

    private static final Logger LOG = Logger.getLogger(Writers.class);

    private final PaymentService payments;
    private final LongAdder committed = new LongAdder();
    private final LongAdder declined = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile ScheduledExecutorService threads = Executors.newScheduledThreadPool(0);

    Writers(PaymentService payments) {
        this.payments = payments;
    }

    void start(Load load) {
        threads.shutdown();
        var writers = Executors.newScheduledThreadPool(load.writers());
        var number = new AtomicLong();
        for (int writer = 0; writer < load.writers(); writer++) {
            var nanos = load.pausePerWriter().toNanos();
            var _ = writers.scheduleAtFixedRate(
                    () -> payNext(load, number.incrementAndGet(), writers),
                    nanos * writer / load.writers(),
                    nanos,
                    TimeUnit.NANOSECONDS);
        }
        threads = writers;
    }

    void stop() {
        threads.shutdown();
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    LoadView view() {
        return new LoadView(committed.sum(), declined.sum(), failed.sum(), !threads.isTerminated());
    }

    private void payNext(Load load, long number, ScheduledExecutorService writers) {
        if (number > load.payments()) {
            writers.shutdown();
            return;
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> payments.pay(load.order(number)));
            committed.increment();
        } catch (PaymentDeclined _) {
            declined.increment();
        } catch (Throwable e) {
            LOG.debug("A payment failed", e);
            failed.increment();
        }
    }
}
