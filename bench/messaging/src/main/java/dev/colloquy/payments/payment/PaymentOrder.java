package dev.colloquy.payments.payment;

import java.time.Duration;

/**
 * A payment to be made.
 *
 * @param hold how long its transaction stays open after everything was written
 * @param declined whether it is rolled back in the end
 */
public record PaymentOrder(String account, Duration hold, boolean declined) {

    public static PaymentOrder of(String account) {
        return new PaymentOrder(account, Duration.ZERO, false);
    }
}
