package dev.colloquy.session.results;

import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.Wait;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.EvaluationStatus;
import dev.colloquy.session.results.ResultsView.Metadata;
import java.util.Locale;
import java.util.stream.Stream;

/** What is still to come of an interview, since when, until when it is waited for, and what happens then. */
final class Awaiting {

    private Awaiting() {}

    static Metadata of(Interview interview) {
        var limited = interview.waits().stream().map(Awaiting::limited);
        var awaited = Stream.concat(limited, evaluation(interview)).toList();
        return new Metadata(interview.transcriptFinal, interview.finalVersion, awaited);
    }

    private static Awaited limited(Wait wait) {
        var what = wait.what().name().toLowerCase(Locale.ROOT);
        return new Awaited(what, wait.since(), wait.until(), then(wait.what()));
    }

    /** Nobody gives an evaluation up: report-service tells of one that failed. */
    private static Stream<Awaited> evaluation(Interview interview) {
        var since = interview.finalisedAt == null ? interview.endedAt : interview.finalisedAt;
        return interview.evaluationStatus == EvaluationStatus.PENDING && since != null
                ? Stream.of(new Awaited("evaluation", since, null, "The results show it as soon as it is there."))
                : Stream.empty();
    }

    private static String then(Deadline deadline) {
        return switch (deadline) {
            case TRANSCRIPT -> "The interview is evaluated by what was told until then.";
            case RECORDING -> "The interview is evaluated without its recording.";
            case RECONNECT -> "The interview ends, as of the time the connection was lost.";
            case TIME_LIMIT -> "The interview is ended.";
            case NO_SHOW -> "The candidate counts as one who did not come.";
            case MEDIA -> "It is noted that neither sound nor picture of the candidate arrived.";
            case AGENT -> "It is noted that the interviewer did not come.";
            case HANG_UP -> "It is noted that the room or the call was not closed.";
        };
    }
}
