package dev.colloquy.simulators.journal;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The newest 5000 entries of everything received and sent. Used from the simulators' one event loop only. */
public final class Journal {

    private static final int CAPACITY = 5000;

    private final InstantSource clock;
    private final Secrets secrets;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Set<Consumer<JournalEntry>> listeners = new HashSet<>();
    private long sequence;

    public Journal(InstantSource clock, List<String> knownSecrets) {
        this.clock = clock;
        this.secrets = new Secrets(knownSecrets);
    }

    public void received(Provider provider, String what, JsonObject detail) {
        add(provider, Direction.RECEIVED, what, detail);
    }

    public void sent(Provider provider, String what, JsonObject detail) {
        add(provider, Direction.SENT, what, detail);
    }

    public void noted(Provider provider, String what, JsonObject detail) {
        add(provider, Direction.NOTED, what, detail);
    }

    List<JournalEntry> entries(JournalFilter filter) {
        return entries.stream().filter(filter::takes).toList();
    }

    /** Hears every entry that is written from now on, until the answer is run. */
    Runnable listen(Consumer<JournalEntry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void add(Provider provider, Direction direction, String what, JsonObject detail) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        sequence++;
        JournalEntry entry =
                new JournalEntry(sequence, clock.instant(), provider, direction, what, secrets.masked(detail));
        entries.addLast(entry);
        Set.copyOf(listeners).forEach(listener -> listener.accept(entry));
    }
}
