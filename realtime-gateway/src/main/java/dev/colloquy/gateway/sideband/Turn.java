package dev.colloquy.gateway.sideband;

import dev.colloquy.gateway.transcript.Entry;
import dev.colloquy.gateway.transcript.Speaker;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One item of a conversation that somebody speaks, as far as it is known. */
final class Turn {

    /** How fast the interviewer's voice speaks, for what was heard until it was cut off: nobody tells that in words. */
    private static final int CHARACTERS_PER_SECOND = 15;

    /** More is not taken by session-service. */
    private static final int MOST_CHARACTERS = 10_000;

    private final String itemId;
    private final Speaker speaker;
    private final Instant since;
    private @Nullable Long startMs;
    private @Nullable String text;
    private @Nullable Long heardMs;
    private @Nullable Entry told;

    Turn(String itemId, Speaker speaker, Instant since) {
        this.itemId = itemId;
        this.speaker = speaker;
        this.since = since;
    }

    void startedAt(long milliseconds) {
        startMs = milliseconds;
    }

    void said(String words) {
        var spoken = words.strip();
        text = spoken.substring(0, Math.min(spoken.length(), MOST_CHARACTERS));
    }

    void cutOffAfter(long milliseconds) {
        heardMs = milliseconds;
    }

    /** What there is to tell; nothing while the words are not known, or when all of it is told. */
    Optional<Entry> news(@Nullable String previous) {
        var heard = text == null ? "" : heard(text);
        if (heard.isEmpty() && told == null) {
            return Optional.empty();
        }
        if (told != null && told.text().equals(heard) && Objects.equals(told.previousItemId(), previous)) {
            return Optional.empty();
        }
        var revision = told == null ? 0 : told.revision() + 1;
        var entry = new Entry(speaker, heard, since, startMs, heardMs != null, itemId, previous, revision);
        told = entry;
        return Optional.of(entry);
    }

    private String heard(String words) {
        if (heardMs == null) {
            return words;
        }
        var most = (int) Math.min(words.length(), heardMs * CHARACTERS_PER_SECOND / 1000);
        return most == words.length() ? words : words.substring(0, Math.max(0, words.lastIndexOf(' ', most)));
    }
}
