package dev.colloquy.payments.load;

import dev.colloquy.payments.payment.PaymentOrder;
import jakarta.ws.rs.DefaultValue;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Payments to be made by some writers at once; every choice follows from a payment's number.
 *
 * @param perSecond of all writers together; as fast as they can unless given
 * @param payments after how many the writers end
 * @param accounts over how many accounts the payments go round
 * @param longEvery one payment in so many holds its transaction open for 50 to 500 ms; 0 for none
 * @param declineEvery one payment in so many is rolled back when everything was written; 0 for none
 */
record Load(
        @RestQuery @DefaultValue("4") int writers,
        @RestQuery @DefaultValue("1000000") int perSecond,
        @RestQuery @DefaultValue("1000000") long payments,
        @RestQuery @DefaultValue("20") int accounts,
        @RestQuery @DefaultValue("0") int longEvery,
        @RestQuery @DefaultValue("0") int declineEvery) {

    PaymentOrder order(long number) {
        var hold = hits(number, longEvery) ? Duration.ofMillis(50 + number * 37 % 450) : Duration.ZERO;
        return new PaymentOrder("account-" + number % accounts, hold, hits(number, declineEvery));
    }

    Duration pausePerWriter() {
        return Duration.ofSeconds(writers).dividedBy(perSecond);
    }

    private static boolean hits(long number, int every) {
        return every > 0 && number % every == 0;
    }
}
