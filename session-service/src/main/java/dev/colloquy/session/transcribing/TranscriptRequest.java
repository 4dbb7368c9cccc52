package dev.colloquy.session.transcribing;

import dev.colloquy.session.interview.Attendance;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.Utterance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of turns; {@code completed} says that the sender has nothing more to tell. {@code source} is heard from services
 * only, which may pass on what a client has told them.
 */
record TranscriptRequest(
        @NotNull @Size(max = 500) List<@Valid @NotNull Utterance> entries,
        boolean completed,
        @Nullable Witness source) {

    /** Written in whatever way, so much text fits into the largest body that is read, 8 MB. */
    private static final int MAX_CHARACTERS = 1_000_000;

    void requireUsable(Attendance interview) {
        if (entries.stream().mapToInt(said -> said.text().length()).sum() > MAX_CHARACTERS) {
            throw new UnusableTranscript(
                    "entries", "must not have more than %d characters of text together".formatted(MAX_CHARACTERS));
        }
        for (var index = 0; index < entries.size(); index++) {
            requireUsable(entries.get(index), "entries[%d].".formatted(index), interview);
        }
    }

    private static void requireUsable(Utterance said, String path, Attendance interview) {
        var session = said.sessionId();
        if (session != null
                && !session.equals(interview.id().toString())
                && !session.equals(interview.clientSessionId())) {
            throw new UnusableTranscript(path + "session_id", "names another interview");
        }
        if (said.revision() == 0 && said.text().isBlank()) {
            throw new UnusableTranscript(path + "text", "must not be blank, except in a correction");
        }
        if (said.revision() > 0 && said.itemId() == null) {
            throw new UnusableTranscript(path + "revision", "needs an item_id to be known by");
        }
    }
}
