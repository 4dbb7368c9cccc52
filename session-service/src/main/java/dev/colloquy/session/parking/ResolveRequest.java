package dev.colloquy.session.parking;

import dev.colloquy.events.InterviewId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose conversation it is; nothing when it is none of the candidates'. */
record ResolveRequest(@Nullable UUID interviewId) {

    @Nullable
    InterviewId interview() {
        return interviewId == null ? null : new InterviewId(interviewId);
    }
}
