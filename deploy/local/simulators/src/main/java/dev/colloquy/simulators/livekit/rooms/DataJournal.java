package dev.colloquy.simulators.livekit.rooms;

import dev.colloquy.simulators.journal.Journal;
import dev.colloquy.simulators.journal.Provider;

/** Writes every data message down. */
public final class DataJournal implements RoomAudience {

    private final Journal journal;

    public DataJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void told(LiveRoom room, DataMessage message) {
        journal.noted(Provider.LIVEKIT, "data packet", message.view());
    }
}
