package dev.colloquy.gateway.seat;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.seat.ServerMessage.InterviewEnded;
import dev.colloquy.gateway.seat.ServerMessage.SessionEnded;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The seats on this replica, by connection. */
@ApplicationScoped
public class InterviewAudience {

    private static final SessionEnded ENDED = new SessionEnded("The session has ended.");
    private static final InterviewEnded OVER = new InterviewEnded("The interview is over. Thank you.");
    private static final SessionEnded CLOSED = new SessionEnded("The connection was closed by the server.");

    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    InterviewAudience(MeterRegistry meters) {
        meters.gaugeMapSize("colloquy.gateway.sockets.open", List.of(), seats);
    }

    public void join(WebSocketConnection connection, Seat seat) {
        seats.put(connection.id(), seat);
    }

    public Optional<Seat> find(WebSocketConnection connection) {
        return Optional.ofNullable(seats.get(connection.id()));
    }

    public Optional<Seat> leave(WebSocketConnection connection) {
        return Optional.ofNullable(seats.remove(connection.id()));
    }

    /** The interviews that have a seat here. */
    public Set<InterviewId> interviews() {
        return seats.values().stream().map(Seat::interview).collect(Collectors.toSet());
    }

    /** Tells every socket of an interview on this replica that it is over, and closes it. */
    public Uni<Void> end(InterviewId interview) {
        return each(of(interview), InterviewAudience::end);
    }

    public static Uni<Void> end(Seat seat) {
        return seat.close(Farewell.SESSION_ENDED, ENDED, OVER);
    }

    /** Closes every socket here of an interview whose candidate may not go on. */
    public Uni<Void> revoke(InterviewId interview) {
        return each(of(interview), seat -> seat.close(Farewell.REVOKED));
    }

    Uni<Void> eachOf(InterviewId interview, Function<Seat, Uni<Void>> action) {
        return each(of(interview), action);
    }

    Uni<Void> closeByOperator(InterviewId interview) {
        return each(of(interview), seat -> seat.close(Farewell.CLOSED_BY_OPERATOR, CLOSED));
    }

    /** An interview has one seat: whoever sat there before leaves. */
    Uni<Void> closeOlder(InterviewId interview, Instant usedAt) {
        return each(of(interview).and(seat -> seat.isOlderThan(usedAt)), seat -> seat.close(Farewell.SEAT_TAKEN));
    }

    public Uni<Void> each(Function<Seat, Uni<Void>> action) {
        return each(_ -> true, action);
    }

    private static Predicate<Seat> of(InterviewId interview) {
        return seat -> seat.interview().equals(interview);
    }

    private Uni<Void> each(Predicate<Seat> which, Function<Seat, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(seats.values().stream().filter(which).toList())
                .onItem()
                .transformToUniAndMerge(action::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
