package dev.colloquy.gateway.transcript;

import java.util.ArrayList;
import java.util.List;

/** The turns of one client that wait while others of it are being stored. Bounded: what is too much is not taken. */
public final class TurnBuffer {

    private static final int MOST = 200;

    private final List<Turn> waiting = new ArrayList<>();
    private boolean storing;

    /** Takes turns, all or none. */
    public synchronized boolean offer(List<Turn> turns) {
        if (waiting.size() + turns.size() > MOST) {
            return false;
        }
        waiting.addAll(turns);
        return true;
    }

    /** Everything that waits, to be stored now; nothing while others are being stored. */
    public synchronized List<Turn> take() {
        if (storing || waiting.isEmpty()) {
            return List.of();
        }
        storing = true;
        var batch = List.copyOf(waiting);
        waiting.clear();
        return batch;
    }

    public synchronized void stored() {
        storing = false;
    }

    /** What waits is forgotten as well: the client, who was told of the failure, sends all of it again. */
    public synchronized void failed() {
        storing = false;
        waiting.clear();
    }
}
