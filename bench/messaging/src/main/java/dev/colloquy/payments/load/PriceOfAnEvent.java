package dev.colloquy.payments.load;

import dev.colloquy.payments.payment.PaymentOrder;
import dev.colloquy.payments.payment.PaymentService;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Makes the same payment with and without an event in turn, so that both see the same machine. */
@ApplicationScoped
class PriceOfAnEvent {

    private final PaymentService payments;

    PriceOfAnEvent(PaymentService payments) {
        this.payments = payments;
    }

    PriceView measure(int pairs) throws Throwable {
        var silent = new Histogram(3);
        var told = new Histogram(3);
        var order = PaymentOrder.of("account-0");
        for (int pair = 0; pair < pairs; pair++) {
            time(silent, () -> payments.paySilently(order));
            time(told, () -> payments.pay(order));
        }
        return PriceView.of(silent, told);
    }

    private static void time(Histogram times, Supplier<Uni<Void>> payment) throws Throwable {
        long start = System.nanoTime();
        VertxContextSupport.subscribeAndAwait(payment);
        times.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }
}
