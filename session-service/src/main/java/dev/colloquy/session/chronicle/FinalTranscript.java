package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;

/** The transcript as an evaluation will read it. */
public interface FinalTranscript {

    /** SHA-256, in hex, over the ordered entries. */
    Uni<String> hash(InterviewId interview);
}
