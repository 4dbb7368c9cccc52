package dev.colloquy.simulators.openai.peer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Slots are used again, never disposed of: each disposal leaks two native threads. */
final class Slots {

    private final Queue<Slot> free = new ConcurrentLinkedQueue<>();

    Slot take() {
        Slot slot = free.poll();
        return slot == null ? new Slot() : slot;
    }

    void giveBack(Slot slot) {
        free.add(slot);
    }
}
