package dev.colloquy.simulators.journal;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest 5000 entries of everything received and sent. Used from the simulators' one event loop only. */
public final class Journal {

    private static final int CAPACITY = 5000;

    private final Clock clock;
    private final Secrets secrets;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long sequence;

    public Journal(Clock clock, List<String> knownSecrets) {
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

    List<JsonObject> since(long after, @Nullable Provider provider) {
        return entries.stream()
                .filter(entry -> entry.sequence() > after)
                .filter(entry -> provider == null || entry.provider() == provider)
                .map(JournalEntry::view)
                .toList();
    }

    private void add(Provider provider, Direction direction, String what, JsonObject detail) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        sequence++;
        entries.addLast(new JournalEntry(sequence, clock.instant(), provider, direction, what, secrets.masked(detail)));
    }
}
