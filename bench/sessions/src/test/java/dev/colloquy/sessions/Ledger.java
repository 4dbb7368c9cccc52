package dev.colloquy.sessions;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the service has acknowledged with a 2xx, as its callers noted it.
 *
 * @param entries {@code <interview>/<item>} of transcripts
 * @param ends interviews whose end was accepted, and whose transcript and recording were told
 * @param practice client session ids of saved practice interviews
 */
record Ledger(Set<String> entries, Set<String> ends, Set<String> practice) {

    static Ledger empty() {
        return new Ledger(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }
}
