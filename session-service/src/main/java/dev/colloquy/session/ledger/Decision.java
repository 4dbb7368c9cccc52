package dev.colloquy.session.ledger;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts this service itself adds, worded so that each has one evidence, however often it is added. */
public final class Decision {

    private Decision() {}

    /** That it is over, as of the first request; never before it began, whatever the clocks of those who tell say. */
    public static RecordedFact ended(InterviewId id, InterviewState state) {
        var request = Objects.requireNonNull(state.endRequested());
        return decided(new Fact.Ended(request.by()), id.toString(), later(request.at(), state.startedAt()));
    }

    /** That it can be evaluated as it is; never before the transcript it is about. */
    public static RecordedFact finalised(InterviewId id, InterviewState state, String transcriptHash, Instant now) {
        var last = state.finalised();
        var version = last == null ? 1 : last.number() + 1;
        return decided(
                new Fact.Finalised(version, transcriptHash),
                id + ":" + version,
                later(now, state.transcriptCompletedAt()));
    }

    /**
     * That a wait is over without what was waited for. An interview whose candidate does not come back was over when the
     * connection was lost. No time is before the one it is about, whoever's clock that was of: it would not count.
     *
     * @param wait names the wait among those of this deadline
     */
    public static RecordedFact givenUp(InterviewId id, Deadline deadline, Instant since, String wait, Instant now) {
        var evidence = id + ":" + deadline + ":" + wait;
        return switch (deadline) {
            case RECONNECT -> decided(new Fact.EndRequested(EndedBy.DISCONNECT), evidence, since);
            case TIME_LIMIT -> decided(new Fact.EndRequested(EndedBy.DEADLINE), evidence, later(now, since));
            case TRANSCRIPT, RECORDING, NO_SHOW, MEDIA, AGENT, HANG_UP ->
                decided(new Fact.DeadlineReached(deadline), evidence, later(now, since));
        };
    }

    /** That something was said, as its transcript shows. */
    public static RecordedFact heard(InterviewId id, Instant now) {
        return decided(new Fact.SpeechHeard(), id.toString(), now);
    }

    private static RecordedFact decided(Fact fact, String evidence, Instant at) {
        return new RecordedFact(fact, Witness.SESSION, evidence, at);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
