package dev.colloquy.session.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an interview waits for, with a limit, and the time since which it does. */
final class Awaiting {

    private final Map<Deadline, Instant> since = new EnumMap<>(Deadline.class);

    private Awaiting() {}

    static Map<Deadline, Instant> of(InterviewState state) {
        var awaiting = new Awaiting();
        if (state.ended() != null) {
            awaiting.afterTheEnd(state, state.ended().at());
        } else if (state.isOpen()) {
            awaiting.beforeTheEnd(state);
        }
        return awaiting.since;
    }

    private void beforeTheEnd(InterviewState state) {
        var begunAt = later(state.startedAt(), state.admittedAt());
        add(Deadline.RECONNECT, state.awaySince());
        add(Deadline.TIME_LIMIT, begunAt);
        if (begunAt == null) {
            add(Deadline.NO_SHOW, state.closesAt());
        }
        if (state.mediaAwaited()) {
            add(Deadline.MEDIA, state.admittedAt());
        }
        if (state.agentAwaited()) {
            add(Deadline.AGENT, begunAt);
        }
    }

    /** Nobody begins before he is let in, whatever a witness's clock says: one that is late must not end him at once. */
    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Of one that did not take place only the room is still awaited, which must not stay. */
    private void afterTheEnd(InterviewState state, Instant endedAt) {
        var takesPlace = state.status() == InterviewStatus.COMPLETED;
        if (takesPlace && !state.transcriptFinal()) {
            add(Deadline.TRANSCRIPT, endedAt);
        }
        if (takesPlace && state.recordingExpected() && state.recording() == null) {
            add(Deadline.RECORDING, endedAt);
        }
        if (state.hangUpOwed()) {
            add(Deadline.HANG_UP, endedAt);
        }
    }

    private void add(Deadline deadline, @Nullable Instant time) {
        if (time != null) {
            since.put(deadline, time);
        }
    }
}
