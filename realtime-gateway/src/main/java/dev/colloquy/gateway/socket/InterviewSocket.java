package dev.colloquy.gateway.socket;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.gateway.journal.Resumption;
import dev.colloquy.gateway.seat.ConnectionService;
import dev.colloquy.gateway.seat.Farewell;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.gateway.seat.Seat;
import dev.colloquy.gateway.seat.SeatBulletin;
import dev.colloquy.gateway.seat.SeatNews;
import dev.colloquy.gateway.seat.ServerMessage;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import org.jboss.logging.Logger;

/** The candidate's control socket. Messages are taken as they come, so that a slow answer holds up no other. */
@WebSocket(path = "/realtime/socket", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class InterviewSocket {

    private static final Logger LOG = Logger.getLogger(InterviewSocket.class);

    private final InterviewAudience audience;
    private final SeatBulletin bulletin;
    private final Conversation conversation;
    private final ConnectionService connections;
    private final Departure departure;
    private final SeatNews news;
    private final Clock clock;

    InterviewSocket(
            InterviewAudience audience,
            SeatBulletin bulletin,
            Conversation conversation,
            ConnectionService connections,
            Departure departure,
            SeatNews news,
            Clock clock) {
        this.audience = audience;
        this.bulletin = bulletin;
        this.conversation = conversation;
        this.connections = connections;
        this.departure = departure;
        this.news = news;
        this.clock = clock;
    }

    @OnOpen
    Uni<Void> opened(WebSocketConnection connection) {
        var admission = connection.userData().get(SocketTicket.ADMISSION);
        var resumption = admission.resumption();
        var seat = new Seat(connection, admission.wire(), admission.ticket(), resumption.after(), clock.instant());
        audience.join(connection, seat);
        InterviewTrail.mark(seat.interview());
        return departure.hasBegun() ? departure.dismiss(seat) : welcome(seat, resumption);
    }

    private Uni<Void> welcome(Seat seat, Resumption resumption) {
        return bulletin.taken(seat)
                .chain(() -> connections.cameTooLate(seat.interview()))
                .chain(tooLate -> tooLate ? InterviewAudience.end(seat) : goOn(seat, resumption));
    }

    private Uni<Void> goOn(Seat seat, Resumption resumption) {
        return conversation
                .resume(seat)
                .chain(() -> resumption.resync() ? resync(seat, resumption) : news.catchUp(seat));
    }

    private static Uni<Void> resync(Seat seat, Resumption resumption) {
        return seat.send(new ServerMessage.Resync(
                resumption.after(), "/api/interviews/%s/transcript".formatted(seat.interview())));
    }

    @OnTextMessage
    Uni<Void> received(String text, WebSocketConnection connection) {
        return audience.find(connection)
                .filter(seat -> !seat.isLeaving())
                .map(seat -> conversation.answer(seat, text))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnBinaryMessage
    Uni<Void> received(Buffer data, WebSocketConnection connection) {
        return audience.find(connection)
                .map(seat -> seat.close(Farewell.UNSUPPORTED_DATA))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection connection) {
        return audience.leave(connection)
                .map(seat -> connections.closed(seat))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Vert.x reports a message over the limit as an illegal state; frames that break the protocol it has answered. */
    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        var farewell = failure instanceof IllegalStateException ? Farewell.TOO_LONG : Farewell.FAILED;
        LOG.debugf("A socket is closed, %s: %s", farewell.reason(), failure);
        return audience.find(connection)
                .map(seat -> seat.close(farewell))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
