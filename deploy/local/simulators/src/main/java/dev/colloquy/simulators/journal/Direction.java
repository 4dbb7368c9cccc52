package dev.colloquy.simulators.journal;

/** Which way a journal entry went: a call in, a webhook or event out, or something that happened inside. */
public enum Direction {
    RECEIVED,
    SENT,
    NOTED
}
