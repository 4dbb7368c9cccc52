package dev.colloquy.gateway.ending;

import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.gateway.seat.InterviewAudience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Closes sockets whose interview ended unheard: a replica that has just begun to listen misses what was said before. */
@ApplicationScoped
class EndingSweep {

    private static final Logger LOG = Logger.getLogger(EndingSweep.class);

    private final Vertx vertx;
    private final EndingConfig config;
    private final InterviewAudience audience;
    private final EndedInterviews ended;
    private long timer;

    EndingSweep(Vertx vertx, EndingConfig config, InterviewAudience audience, EndedInterviews ended) {
        this.vertx = vertx;
        this.config = config;
        this.audience = audience;
        this.ended = ended;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.sweepInterval().toMillis(), _ -> begin());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void begin() {
        var _ = sweep().subscribe().with(_ -> {}, e -> LOG.warn("Ended interviews could not be looked up", e));
    }

    private Uni<Void> sweep() {
        var interviews = audience.interviews();
        return interviews.isEmpty()
                ? Uni.createFrom().voidItem()
                : ended.among(interviews)
                        .chain(over -> Multi.createFrom()
                                .iterable(over)
                                .onItem()
                                .transformToUniAndMerge(audience::end)
                                .collect()
                                .asList())
                        .replaceWithVoid();
    }
}
