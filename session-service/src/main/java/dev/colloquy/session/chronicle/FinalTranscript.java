package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The transcript as an evaluation will read it. */
public interface FinalTranscript {

    /** SHA-256, in hex, over the ordered entries. */
    Uni<String> hash(InterviewId interview);

    /** Keeps it for good as what was finalised, with the recording, in the transaction that finalises it. */
    Uni<Void> keep(InterviewId interview, RecordedFact finalised, Fact.@Nullable RecordingEnded recording);
}
