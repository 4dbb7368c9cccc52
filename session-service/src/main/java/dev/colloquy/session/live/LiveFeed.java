package dev.colloquy.session.live;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** All streams of this replica. For all interviews of a tenant that are watched here it asks at once what has changed. */
@ApplicationScoped
class LiveFeed {

    private static final Logger LOG = Logger.getLogger(LiveFeed.class);

    private final Vertx vertx;
    private final LiveService interviews;
    private final LiveConfig config;
    private final Clock clock;
    private final Map<InterviewId, LiveInterview> watched = new ConcurrentHashMap<>();
    private final Set<TenantId> asking = ConcurrentHashMap.newKeySet();
    private volatile List<Long> timers = List.of();
    private volatile boolean leaving;

    LiveFeed(Vertx vertx, LiveService interviews, LiveConfig config, MeterRegistry meters, Clock clock) {
        this.vertx = vertx;
        this.interviews = interviews;
        this.config = config;
        this.clock = clock;
        Gauge.builder("session.live.streams", this, LiveFeed::size)
                .description("Open live streams of this replica")
                .register(meters);
    }

    /**
     * Keeps a stream supplied until it closes, the bearer expires, or the interview is settled.
     *
     * @throws TooManyStreams when there are as many as this replica takes
     */
    void add(LiveStream stream, InterviewId id, TenantId tenant, Instant bearerExpiresAt) {
        var interview = join(stream, id, tenant);
        var untilExpiry =
                Math.max(1, Duration.between(clock.instant(), bearerExpiresAt).toMillis());
        var timer = vertx.setTimer(untilExpiry, _ -> stream.end("bearer_expired"));
        stream.onClose(() -> {
            vertx.cancelTimer(timer);
            leave(stream, interview);
        });
        stream.open();
        if (leaving) {
            stream.end("stopping");
        }
        look(interview);
    }

    void start(@Observes StartupEvent event) {
        timers = List.of(
                vertx.setPeriodic(config.pollInterval().toMillis(), _ -> poll()),
                vertx.setPeriodic(config.heartbeat().toMillis(), _ -> each(LiveStream::beat)));
    }

    /** Open streams would hold up the stop of this replica; their callers go on at another one. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
        each(stream -> stream.end("stopping"));
    }

    void stop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
    }

    /** How many streams are open. */
    long size() {
        return watched.values().stream()
                .mapToLong(interview -> interview.streams().size())
                .sum();
    }

    private synchronized LiveInterview join(LiveStream stream, InterviewId id, TenantId tenant) {
        var interview = watched.getOrDefault(id, new LiveInterview(id, tenant));
        if (interview.streams().size() >= config.streamsPerInterview() || size() >= config.streams()) {
            throw new TooManyStreams();
        }
        interview.streams().add(stream);
        watched.put(id, interview);
        return interview;
    }

    private synchronized void leave(LiveStream stream, LiveInterview interview) {
        interview.streams().remove(stream);
        if (interview.streams().isEmpty()) {
            watched.remove(interview.id());
        }
    }

    private void poll() {
        watched.values().stream()
                .collect(Collectors.groupingBy(LiveInterview::tenant))
                .forEach(this::ask);
    }

    private void ask(TenantId tenant, List<LiveInterview> interviewsOfTenant) {
        if (asking.add(tenant)) {
            inContext(() -> interviews
                    .changed(tenant, interviewsOfTenant)
                    .onTermination()
                    .invoke(() -> asking.remove(tenant))
                    .subscribe()
                    .with(
                            changed -> changed.forEach(this::look),
                            e -> LOG.debug("The live streams of a tenant must wait", e)));
        }
    }

    private void each(Consumer<LiveStream> action) {
        watched.values().forEach(interview -> interview.streams().forEach(action));
    }

    private void look(LiveInterview interview) {
        if (interview.beginLooking()) {
            inContext(() -> interviews
                    .look(interview.tenant(), interview.id(), interview.latest())
                    .subscribe()
                    .with(picture -> looked(interview, picture), e -> looked(interview, e)));
        }
    }

    /** One of its own, as a request has one: there is none that this belongs to. */
    private void inContext(Runnable action) {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> action.run());
    }

    private void looked(LiveInterview interview, LivePicture picture) {
        try {
            interview.show(picture);
        } finally {
            if (interview.endLooking()) {
                look(interview);
            }
        }
    }

    private void looked(LiveInterview interview, Throwable failure) {
        LOG.debugf(failure, "The live streams of an interview must wait interviewId=%s", interview.id());
        interview.endLooking();
    }
}
