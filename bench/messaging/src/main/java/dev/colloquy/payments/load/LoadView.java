package dev.colloquy.payments.load;

/** What the writers have done since the process started, as they know it. */
record LoadView(long committed, long declined, long failed, boolean running) {}
