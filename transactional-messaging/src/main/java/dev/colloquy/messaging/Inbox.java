package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets a message take effect once, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private static final String INSERT = """
            insert into inbox_message (consumer, event_id) values ($1, $2) on conflict do nothing""";

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MessagingConfig config;
    private final MessagingMetrics metrics;
    private volatile boolean stopping;

    Inbox(MessagingConfig config, MessagingMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Runs the effect in one transaction with the note that it has run; does nothing when the note is there already.
     * While the database is out of reach, or another transaction is in the way, it tries again; any other failure is
     * the effect's own and makes the message a dead letter. The note tells whether an attempt that went silent did commit.
     *
     * @param consumer names the effect: two consumers of one message each get their own
     */
    public Uni<Void> once(String consumer, UUID eventId, Supplier<? extends Uni<?>> effect) {
        return Uni.createFrom()
                .deferred(() -> attempt(consumer, eventId, effect))
                .ifNoItem()
                .after(Persistence.ATTEMPT_LIMIT)
                .failWith(TimeoutException::new)
                .runSubscriptionOn(Persistence.sameContext())
                .onFailure(Outage::isBehind)
                .invoke(() -> metrics.triedAgain(consumer))
                .onFailure(Outage::isBehind)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(config.consumerPatience().toMillis())
                .onFailure(_ -> stopping)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }

    /** From here on the database may close under an effect: its message is neither taken nor dead, but comes again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private Uni<Void> attempt(String consumer, UUID eventId, Supplier<? extends Uni<?>> effect) {
        return Panache.withTransaction(() -> Sql.update(INSERT, consumer, eventId)
                .chain(inserted -> inserted == 1
                        ? effect.get().replaceWithVoid()
                        : Uni.createFrom().voidItem().invoke(() -> metrics.duplicate(consumer))));
    }
}
