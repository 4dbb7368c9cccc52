package dev.colloquy.session.live;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A replica's feed of its own, so that stopping it stops no other test's. */
@SessionTest
@DisplayName("S13: the streams of a replica")
class LiveFeedTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NEVER = Instant.now().plus(Duration.ofDays(1));

    @Inject
    Vertx vertx;

    @Inject
    LiveService interviews;

    @Inject
    ObjectMapper json;

    private MeterRegistry meters;
    private LiveFeed feed;

    @BeforeEach
    void start() {
        meters = new SimpleMeterRegistry();
        feed = new LiveFeed(vertx, interviews, new Limits(), meters, Clock.systemUTC());
        feed.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        feed.stop(new ShutdownEvent());
    }

    @Test
    void endsAStreamWhenTheBearerExpires() {
        var sink = open(Interviews.admitted(), Instant.now().plusMillis(500));
        eventually(() -> assertTrue(sink.isClosed()));
        assertEquals("{\"reason\":\"bearer_expired\"}", sink.data().getLast());
        assertEquals(0, feed.size());
    }

    @Test
    @DisplayName("no stream holds up the stop of a replica, and none begins on one that stops")
    void endsEveryStreamBeforeTheReplicaStops() {
        var open = open(Interviews.admitted(), NEVER);
        eventually(() -> assertEquals(List.of("snapshot"), open.names()));
        feed.leave(new ShutdownDelayInitiatedEvent());
        assertTrue(open.isClosed());
        assertEquals("{\"reason\":\"stopping\"}", open.data().getLast());
        assertTrue(open(Interviews.admitted(), NEVER).isClosed());
    }

    @Test
    void hasNoMoreStreamsThanConfigured() {
        open(Interviews.admitted(), NEVER);
        open(Interviews.admitted(), NEVER);
        var third = Interviews.admitted();
        assertThrows(TooManyStreams.class, () -> open(third, NEVER));
        assertEquals(2, meters.get("session.live.streams").gauge().value());
    }

    @Test
    @DisplayName("what another replica has changed is told here as well")
    void tellsWhatAnotherReplicaChanged() {
        var id = Interviews.admitted();
        var sink = open(id, NEVER);
        eventually(() -> assertEquals(List.of("snapshot"), sink.names()));
        Interviews.end(id);
        eventually(() -> assertEquals(List.of("snapshot", "state"), sink.names().subList(0, 2)));
        assertTrue(sink.data().get(1).contains("\"completed\""));
    }

    @Test
    @DisplayName("an interview that is erased or gone does not break the others' streams")
    void survivesALookThatFails() {
        var gone = open(Interviews.newId(), NEVER);
        var other = open(Interviews.admitted(), NEVER);
        eventually(() -> assertEquals(List.of("snapshot"), other.names()));
        assertEquals(List.of(), gone.names());
    }

    private FakeSink open(InterviewId id, Instant bearerExpiresAt) {
        var sink = new FakeSink(false);
        feed.add(new LiveStream(sink, new SseImpl(), json, null), id, ACME, bearerExpiresAt);
        return sink;
    }

    private record Limits() implements LiveConfig {

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(100);
        }

        @Override
        public int streamsPerInterview() {
            return 1;
        }

        @Override
        public int streams() {
            return 2;
        }
    }
}
