package dev.colloquy.session.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the candidate is connected, by whichever way: each connection counts until its own witness, who is a server,
 * closes it. A client that says it lost everything closes none; its word counts only where no server saw a connection.
 *
 * @param connectedFirstAt when the first connection began; that of a call is one, before sound flows in it
 * @param media some sound or picture of the candidate has arrived
 */
record Presence(
        boolean connected,
        @Nullable Instant connectedFirstAt,
        boolean media,
        @Nullable Instant awaySince) {

    static Presence of(Evidence evidence) {
        var opened = evidence.where(fact -> fact instanceof Fact.CandidateConnected
                || fact instanceof Fact.CallStarted
                || fact instanceof Fact.MediaConnected);
        var closed = evidence.where(fact -> isLoss(fact, opened));
        var closings = telling(opened).stream()
                .map(connection -> closing(connection, closed))
                .toList();
        var connected = closings.contains(Optional.<Instant>empty());
        return new Presence(
                connected,
                opened.isEmpty() ? null : opened.getFirst().occurredAt(),
                opened.stream().anyMatch(connection -> !(connection.fact() instanceof Fact.CallStarted)),
                connected || closed.isEmpty() ? null : lastOf(closings, closed.getFirst()));
    }

    /**
     * The connections that tell whether he is there. Of several sockets only the newest does, for it took the seat of
     * the others; and a call does only as long as no socket has spoken of its media, for nobody tells when it breaks.
     */
    private static List<RecordedFact> telling(List<RecordedFact> opened) {
        var newest = opened.stream()
                .filter(connection -> connection.fact() instanceof Fact.MediaConnected)
                .max(Comparator.comparing(RecordedFact::occurredAt));
        return opened.stream()
                .filter(connection -> switch (connection.fact()) {
                    case Fact.MediaConnected _ -> newest.equals(Optional.of(connection));
                    case Fact.CallStarted _ -> newest.isEmpty();
                    default -> true;
                })
                .toList();
    }

    /** The loss of a socket that no media depended on is none: who waits for the interview to begin may reload. */
    private static boolean isLoss(Fact fact, List<RecordedFact> opened) {
        return switch (fact) {
            case Fact.CandidateLeft _, Fact.RoomFinished _, Fact.CallEnded _ -> true;
            case Fact.ConnectionLost(var id) ->
                id == null
                        || opened.stream()
                                .anyMatch(connection -> connection.fact().equals(new Fact.MediaConnected(id)));
            default -> false;
        };
    }

    /** The last connection's end; without any connection, the first time somebody told of a loss. */
    private static Instant lastOf(List<Optional<Instant>> closings, RecordedFact firstLoss) {
        return closings.stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(firstLoss.occurredAt());
    }

    private static Optional<Instant> closing(RecordedFact connection, List<RecordedFact> closed) {
        return closed.stream()
                .filter(fact -> closes(fact, connection))
                .map(RecordedFact::occurredAt)
                .findFirst();
    }

    private static boolean closes(RecordedFact closing, RecordedFact connection) {
        var earlier = !connection.occurredAt().isAfter(closing.occurredAt());
        return switch (closing.fact()) {
            case Fact.CandidateLeft(var id) -> connection.fact().equals(new Fact.CandidateConnected(id));
            case Fact.CallEnded(var id) -> connection.fact().equals(new Fact.CallStarted(id));
            case Fact.RoomFinished _ -> earlier && connection.fact() instanceof Fact.CandidateConnected;
            case Fact.ConnectionLost(var id) -> id != null && connection.fact().equals(new Fact.MediaConnected(id));
            default -> false;
        };
    }
}
