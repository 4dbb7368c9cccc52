package dev.colloquy.session.live;

import dev.colloquy.session.ledger.EvaluationStatus;
import dev.colloquy.session.results.StandingView;
import dev.colloquy.session.transcript.Transcript;
import dev.colloquy.session.transcript.TranscriptEntry;
import dev.colloquy.session.transcript.TurnView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interview at one moment.
 *
 * @param tag names the moment, on every replica alike
 * @param told everything the sources have told
 * @param turns what is shown of it
 */
record LivePicture(String tag, StandingView standing, List<TranscriptEntry> told, List<TurnView> turns) {

    static LivePicture of(String tag, StandingView standing, List<TranscriptEntry> told) {
        return new LivePicture(tag, standing, told, Transcript.of(told).turns());
    }

    /** It is over, and no evaluation of it is awaited any more. */
    boolean isSettled() {
        var evaluation = standing.interview().evaluationStatus();
        return evaluation == EvaluationStatus.COMPLETE || evaluation == EvaluationStatus.FAILED;
    }

    /** For a reader who knows nothing, or nothing that is still of use. */
    List<LiveMessage> whole(String name) {
        var transcript = new TranscriptDelta(List.of(), List.of());
        return tagged(
                new LiveMessage(name, null, standing),
                TranscriptDelta.between(List.of(), turns).orElse(transcript));
    }

    /** For a reader who has seen an earlier picture. */
    List<LiveMessage> since(LivePicture seen) {
        return seen.tag.equals(tag) ? List.of() : since(seen.turns);
    }

    /** For a reader who comes back and has seen everything up to a moment, if that can still be told. */
    List<LiveMessage> since(String seenTag) {
        if (seenTag.equals(tag)) {
            return List.of();
        }
        return Moment.find(seenTag)
                .flatMap(seen -> Moment.find(tag).flatMap(now -> seen.comesBefore(now) ? asOf(seen) : Optional.empty()))
                .map(this::since)
                .orElseGet(() -> whole(LiveMessage.RESYNC));
    }

    private List<LiveMessage> since(List<TurnView> seen) {
        return TranscriptDelta.between(seen, turns)
                .map(delta -> tagged(new LiveMessage(LiveMessage.STATE, null, standing), delta))
                .orElseGet(() -> whole(LiveMessage.RESYNC));
    }

    /** The turns as they were; nothing where one was corrected since, for it is not known how it was before. */
    private Optional<List<TurnView>> asOf(Moment moment) {
        var later = told.stream().filter(entry -> entry.change() > moment.change());
        return later.anyMatch(entry -> entry.revision() > 0)
                ? Optional.empty()
                : Optional.of(Transcript.of(told.stream()
                                .filter(entry -> entry.change() <= moment.change())
                                .toList())
                        .turns());
    }

    private List<LiveMessage> tagged(LiveMessage first, TranscriptDelta delta) {
        var messages = Stream.concat(
                        Stream.of(first),
                        delta.parts().map(part -> new LiveMessage(LiveMessage.TRANSCRIPT, null, part)))
                .toList();
        var last = messages.getLast().withId(tag);
        return Stream.concat(messages.stream().limit(messages.size() - 1L), Stream.of(last))
                .toList();
    }

    /** What a tag says: the version of the interview, and the last change of its transcript. */
    private record Moment(long version, long change) {

        static Optional<Moment> find(String tag) {
            var parts = tag.split("\\.", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Moment(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                        : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        boolean comesBefore(Moment now) {
            return version <= now.version && change <= now.change;
        }
    }
}
