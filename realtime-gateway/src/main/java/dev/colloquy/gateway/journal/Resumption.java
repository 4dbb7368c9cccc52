package dev.colloquy.gateway.journal;

/**
 * Where a client that comes back goes on.
 *
 * @param after the event behind which its messages begin
 * @param resync whether what it has missed cannot be told: the id it names is not, or no more, in the journal
 */
public record Resumption(long after, boolean resync) {

    /** Before the first event. */
    public static final long BEGINNING = 0;

    /** Of a client that has seen nothing of this interview and wants no past. */
    public static final long NOTHING = -1;

    /** What the journal holds of an interview, and whether the event that was asked for is among it. */
    record Contents(long latest, boolean known, int entries) {

        Resumption from(long lastSeen) {
            if (lastSeen == NOTHING) {
                return new Resumption(latest, false);
            }
            var whole = lastSeen == BEGINNING && entries < JournalService.KEPT;
            return known || whole ? new Resumption(lastSeen, false) : new Resumption(latest, true);
        }
    }
}
