package dev.colloquy.session.transcribing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TranscriptEntry;
import dev.colloquy.session.transcript.TurnView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of a transcript; {@code next} is what to ask for after it, null on the last one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TranscriptView(List<TurnView> entries, @Nullable UUID next) {

    static TranscriptView of(Transcript transcript, @Nullable UUID after, int size) {
        var entries = transcript.entries();
        var from = after == null ? 0 : position(entries, after) + 1;
        var to = Math.min(entries.size(), from + size);
        var page = entries.subList(from, to);
        return new TranscriptView(
                page.stream().map(TurnView::of).toList(),
                to < entries.size() ? page.getLast().id() : null);
    }

    private static int position(List<TranscriptEntry> entries, UUID id) {
        for (var index = 0; index < entries.size(); index++) {
            if (entries.get(index).id().equals(id)) {
                return index;
            }
        }
        throw new UnusableTranscript("after", "names no entry of this transcript");
    }
}
