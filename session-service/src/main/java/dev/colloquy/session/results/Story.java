package dev.colloquy.session.results;

import dev.colloquy.events.EndedBy;
import dev.colloquy.session.ledger.Blame;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.InterviewStatus;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.results.WhyView.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells facts in plain words. */
final class Story {

    private Story() {}

    /** In the order of occurrence; what occurred at the same time, in the order of its recording. */
    static List<Entry> of(List<RecordedFact> recorded) {
        return recorded.stream()
                .sorted(Comparator.comparing(RecordedFact::occurredAt))
                .map(Story::entry)
                .toList();
    }

    static String line(Entry entry) {
        return "%s: %s (evidence: %s %s)"
                .formatted(time(entry.at()), entry.sentence(), words(entry.source()), entry.evidenceId());
    }

    static String standing(InterviewStatus status, @Nullable Blame blame) {
        return blame == null ? words(status) : "%s, since %s".formatted(words(status), because(blame));
    }

    private static Entry entry(RecordedFact recorded) {
        var fact = recorded.fact();
        return new Entry(recorded.occurredAt(), fact.kind(), sentence(fact), recorded.source(), recorded.evidenceId());
    }

    private static String because(Blame blame) {
        return switch (blame) {
            case CANDIDATE_NEVER_CAME -> "the candidate never came";
            case AGENT_NEVER_CAME -> "the interviewer never came to the candidate";
            case MEDIA_NEVER_CONNECTED -> "neither sound nor picture of the candidate ever arrived";
            case PLATFORM_FAULT -> "the call to the provider was never placed";
        };
    }

    private static String sentence(Fact fact) {
        return switch (fact) {
            case Fact.Scheduled scheduled -> "the interview was scheduled for " + time(scheduled.scheduledAt());
            case Fact.Cancelled _ -> "the interview was cancelled";
            case Fact.Admitted admitted ->
                "the candidate was let in, %s consent to recording, over %s"
                        .formatted(admitted.consent() ? "with" : "without", words(admitted.provider()));
            case Fact.CandidateConnected _ -> "the candidate joined the room";
            case Fact.CandidateLeft _ -> "the candidate left the room";
            case Fact.AgentConnected _ -> "the interviewer joined the room";
            case Fact.RoomFinished _ -> "the room was closed";
            case Fact.CallStarted _ -> "the call to the provider began";
            case Fact.CallEnded _ -> "the call to the provider was over";
            case Fact.MediaConnected _ -> "sound flowed between candidate and provider";
            case Fact.ConnectionLost _ -> "the candidate's connection was lost";
            case Fact.EndRequested request -> author(request.by()) + " asked to end the interview";
            case Fact.Ended ended -> "the interview ended; the first to ask was " + author(ended.by());
            case Fact.ConversationCompleted conversation -> told(conversation);
            case Fact.RecordingEnded recording -> "the recording ended as " + words(recording.status());
            case Fact.TranscriptCompleted _ -> "the transcript was complete";
            case Fact.TranscriptMissing _ -> "nothing is known of what was said";
            case Fact.SpeechHeard _ -> "something had been said by then";
            case Fact.DeadlineReached reached -> givenUp(reached.deadline());
            case Fact.Finalised finalised -> "version %d was final".formatted(finalised.version());
            case Fact.EvaluationUpdated evaluation ->
                "the evaluation of version %d was %s".formatted(evaluation.finalVersion(), words(evaluation.status()));
            case Fact.Unknown unknown ->
                "something happened that this version cannot tell (%s)".formatted(unknown.kind());
        };
    }

    private static String told(Fact.ConversationCompleted conversation) {
        return conversation.deliveryId() == null
                ? "the provider never told about the conversation"
                : "the provider told about the whole conversation";
    }

    private static String givenUp(Deadline deadline) {
        return switch (deadline) {
            case NO_SHOW -> "nobody had come when the link was closed";
            case MEDIA -> "neither sound nor picture of the candidate had arrived";
            case AGENT -> "the interviewer had not come to the candidate";
            case HANG_UP -> "the room or the call had not been closed";
            case TRANSCRIPT, RECORDING, RECONNECT, TIME_LIMIT ->
                "the %s was not waited for any longer".formatted(words(deadline));
        };
    }

    private static String author(EndedBy by) {
        return switch (by) {
            case USER -> "the candidate";
            case DISCONNECT -> "nobody: a lost connection that did not come back";
            case AGENT -> "the interviewer";
            case OPERATOR -> "an operator";
            case DEADLINE -> "the time limit";
            case PROVIDER -> "the provider";
        };
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
