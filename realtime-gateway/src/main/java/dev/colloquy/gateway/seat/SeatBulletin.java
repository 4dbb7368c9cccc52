package dev.colloquy.gateway.seat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgNotification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells every replica, this one included, to close sockets of an interview, or to read its journal: PostgreSQL's
 * notifications carry it. One that is lost while a replica reconnects leaves a socket open that the next end or ticket
 * closes; journals are read again once it listens.
 */
@ApplicationScoped
public class SeatBulletin {

    private static final Logger LOG = Logger.getLogger(SeatBulletin.class);
    private static final String CHANNEL = "seat_bulletin";
    private static final String NEWS = "seat_news";
    private static final String LISTEN = "listen " + CHANNEL + "; listen " + NEWS;
    private static final long RECONNECT_MS = 1000;

    /** Concerns sockets whose ticket was used before {@code olderThan}; all of them when that is absent. */
    record Notice(InterviewId interview, @Nullable Instant olderThan) {}

    private final Vertx vertx;
    private final Pool pool;
    private final ObjectMapper json;
    private final InterviewAudience audience;
    private final SeatNews news;
    private volatile @Nullable SqlConnection connection;
    private volatile boolean stopped;

    SeatBulletin(Vertx vertx, Pool pool, ObjectMapper json, InterviewAudience audience, SeatNews news) {
        this.vertx = vertx;
        this.pool = pool;
        this.json = json;
        this.audience = audience;
        this.news = news;
    }

    /** Closes every socket of an interview, wherever it is. */
    public Uni<Void> close(InterviewId interview) {
        return publish(CHANNEL, write(new Notice(interview, null)));
    }

    /** Closes the older sockets of the seat's interview, wherever they are. */
    public Uni<Void> taken(Seat seat) {
        return publish(CHANNEL, write(new Notice(seat.interview(), seat.ticket().usedAt())));
    }

    /** Says that an interview's journal has grown, once that is committed. */
    public Uni<Void> news(InterviewId interview) {
        return publish(NEWS, interview.toString());
    }

    void start(@Observes StartupEvent event) {
        listen();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        var open = connection;
        if (open != null) {
            open.closeAndForget();
        }
    }

    private Uni<Void> publish(String channel, String text) {
        return pool.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(channel, text))
                .replaceWithVoid();
    }

    private void listen() {
        var _ = pool.getConnection().subscribe().with(this::subscribe, _ -> listenLater());
    }

    private void subscribe(SqlConnection opened) {
        connection = opened;
        opened.closeHandler(() -> lose(opened));
        PgConnection.cast(opened).notificationHandler(this::heed);
        var _ = opened.query(LISTEN).execute().subscribe().with(_ -> tellMissed(), _ -> giveUp(opened));
    }

    private void giveUp(SqlConnection opened) {
        opened.closeAndForget();
        lose(opened);
    }

    private void lose(SqlConnection lost) {
        if (lost.equals(connection)) {
            connection = null;
            listenLater();
        }
    }

    private void listenLater() {
        if (!stopped) {
            LOG.warn("Not listening to other replicas, will try again");
            vertx.setTimer(RECONNECT_MS, _ -> listen());
        }
    }

    private void tellMissed() {
        attend(audience.each(news::catchUp));
    }

    private void heed(PgNotification notification) {
        attend(
                notification.getChannel().equals(NEWS)
                        ? audience.eachOf(InterviewId.of(notification.getPayload()), news::catchUp)
                        : close(read(notification.getPayload())));
    }

    private Uni<Void> close(Notice notice) {
        return notice.olderThan() == null
                ? audience.closeByOperator(notice.interview())
                : audience.closeOlder(notice.interview(), notice.olderThan());
    }

    private static void attend(Uni<Void> notice) {
        var _ = notice.subscribe().with(_ -> {}, e -> LOG.warn("A notice did not reach every socket", e));
    }

    private String write(Notice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Notice read(String text) {
        try {
            return json.readValue(text, Notice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a notice of ours", e);
        }
    }
}
