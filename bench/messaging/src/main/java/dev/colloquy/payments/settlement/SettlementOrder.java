package dev.colloquy.payments.settlement;

/** @param seconds how long the settlement takes */
record SettlementOrder(String key, double seconds) {}
