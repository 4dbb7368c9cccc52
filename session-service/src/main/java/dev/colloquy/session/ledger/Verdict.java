package dev.colloquy.session.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an interview takes place, and what became of it.
 *
 * @param calledOffAt when it was called off, unless it had begun or was over by then
 */
record Verdict(
        InterviewStatus status,
        @Nullable Blame blame,
        @Nullable Instant calledOffAt) {

    static Verdict of(Evidence evidence, Presence presence) {
        var calledOffAt = calledOffAt(evidence, presence);
        if (calledOffAt != null) {
            return new Verdict(InterviewStatus.CANCELLED, null, calledOffAt);
        }
        var blame = Absence.of(evidence, presence);
        if (blame != null) {
            return new Verdict(InterviewStatus.NO_SHOW, blame, null);
        }
        if (evidence.ended() != null) {
            return new Verdict(InterviewStatus.COMPLETED, null, null);
        }
        var begun = presence.connectedFirstAt() != null;
        return new Verdict(begun ? InterviewStatus.IN_PROGRESS : InterviewStatus.SCHEDULED, null, null);
    }

    boolean isCompleted() {
        return status == InterviewStatus.COMPLETED;
    }

    /** Somebody who connects, or is heard in what has ended, has held it all the same. */
    private static @Nullable Instant calledOffAt(Evidence evidence, Presence presence) {
        var cancelledAt = evidence.firstTimeOf(Fact.Cancelled.class);
        var ended = evidence.ended();
        var held = presence.connectedFirstAt() != null || (ended != null && evidence.isHeard());
        if (cancelledAt == null || held || evidence.has(Fact.Finalised.class)) {
            return null;
        }
        return ended != null && cancelledAt.isAfter(ended.at()) ? null : cancelledAt;
    }
}
