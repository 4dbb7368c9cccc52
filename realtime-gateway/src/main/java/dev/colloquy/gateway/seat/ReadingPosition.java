package dev.colloquy.gateway.seat;

import java.util.concurrent.atomic.AtomicInteger;

/** How far a seat has been told its interview's journal. One reader at a time; who comes meanwhile makes it look again. */
final class ReadingPosition {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile long eventId;

    ReadingPosition(long eventId) {
        this.eventId = eventId;
    }

    long eventId() {
        return eventId;
    }

    void advance(long told) {
        eventId = told;
    }

    /** Whether the caller is the one to read. */
    boolean begin() {
        return asked.getAndIncrement() == 0;
    }

    /** How often reading was asked for so far, to be given to {@link #isDone}. */
    int requests() {
        return asked.get();
    }

    /** Whether nobody has asked since; else the reader goes on. */
    boolean isDone(int served) {
        return asked.addAndGet(-served) == 0;
    }

    void giveUp() {
        asked.set(0);
    }
}
