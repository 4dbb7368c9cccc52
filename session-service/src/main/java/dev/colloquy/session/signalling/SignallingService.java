package dev.colloquy.session.signalling;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

@ApplicationScoped
class SignallingService {

    private final InterviewAccess access;
    private final SignalRepository signals;
    private final Clock clock;

    SignallingService(InterviewAccess access, SignalRepository signals, Clock clock) {
        this.access = access;
        this.signals = signals;
        this.clock = clock;
    }

    /** Keeps them, unless the candidate was forgotten. */
    @WithTransaction
    Uni<Void> add(InterviewId id, List<Signal> seen) {
        return access.hold(id)
                .chain(interview -> isForgotten(interview)
                        ? Uni.createFrom().voidItem()
                        : signals.add(interview, seen, clock.instant()));
    }

    @WithTransaction
    Uni<SignallingView> read(InterviewId id) {
        return access.get(id).chain(() -> signals.of(id)).map(seen -> new SignallingView(id, seen));
    }

    private static boolean isForgotten(Interview interview) {
        return interview.erasedAt != null;
    }
}
