package dev.colloquy.payments.payment;

import java.util.UUID;

/** The {@code number}-th payment of its account, counted from 1 without a gap. */
public record PaymentMade(UUID eventId, String account, long number) {}
