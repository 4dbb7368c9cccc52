package dev.colloquy.payments.payment;

/** Rolls back a payment of which everything was written already. */
public class PaymentDeclined extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
