package dev.colloquy.gateway.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.EndedBy;
import dev.colloquy.gateway.call.CallRefused;
import dev.colloquy.gateway.call.Calls;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.gateway.interview.SessionUnavailable;
import dev.colloquy.gateway.seat.ConnectionService;
import dev.colloquy.gateway.seat.Seat;
import dev.colloquy.gateway.seat.SeatBulletin;
import dev.colloquy.gateway.seat.SeatNews;
import dev.colloquy.gateway.seat.ServerMessage;
import dev.colloquy.gateway.seat.ServerMessage.Failure;
import dev.colloquy.gateway.transcript.TranscriptRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Answers what a client says. Whatever goes wrong is told to the client in its own words, and the socket stays. */
@ApplicationScoped
class Conversation {

    private static final Logger LOG = Logger.getLogger(Conversation.class);

    /** A database or a service that went silent must not leave a client without an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectMapper json;
    private final Calls calls;
    private final LiveInterviews interviews;
    private final ConnectionService connections;
    private final Dictation dictation;
    private final SeatNews news;
    private final SeatBulletin bulletin;

    Conversation(
            ObjectMapper json,
            Calls calls,
            LiveInterviews interviews,
            ConnectionService connections,
            Dictation dictation,
            SeatNews news,
            SeatBulletin bulletin) {
        this.json = json;
        this.calls = calls;
        this.interviews = interviews;
        this.connections = connections;
        this.dictation = dictation;
        this.news = news;
        this.bulletin = bulletin;
    }

    /** Takes a candidate who comes back while his call goes on for connected: he has no reason to offer again. */
    Uni<Void> resume(Seat seat) {
        return calls.isOngoing(seat.interview(), seat.tenant())
                .chain(ongoing -> ongoing
                        ? connections.mediaConnected(seat)
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> answer(Seat seat, String text) {
        InterviewTrail.mark(seat.interview());
        seat.countMessage();
        try {
            return answer(seat, json.readValue(text, ClientMessage.class))
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(TimeoutException::new)
                    .onFailure()
                    .recoverWithUni(failure -> seat.send(describe(failure)));
        } catch (InvalidTypeIdException e) {
            return seat.send(new Failure("unknown_type", "There is no message of this type."));
        } catch (JsonProcessingException e) {
            return seat.send(new Failure("bad_message", "The message is not valid JSON of its type."));
        }
    }

    private Uni<Void> answer(Seat seat, ClientMessage message) {
        return switch (message) {
            case ClientMessage.SdpOffer offer -> call(seat, offer.sdp());
            case ClientMessage.EndInterview _ -> interviews.end(seat.interview(), EndedBy.USER);
            case ClientMessage.Transcript told -> dictation.take(seat, told.entries());
            case ClientMessage.Heartbeat _ -> seat.send(new ServerMessage.Heartbeat());
            case ClientMessage.IceCandidate _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> call(Seat seat, String sdp) {
        if (!seat.beginCall()) {
            return seat.send(new Failure("call_in_progress", "A call is being set up already."));
        }
        return calls.place(seat.interview(), seat.tenant(), sdp)
                .onTermination()
                .invoke(seat::finishCall)
                .chain(answer -> connections.answered(seat, answer))
                .chain(() -> news.catchUp(seat))
                .chain(() -> bulletin.news(seat.interview()));
    }

    private static Failure describe(Throwable failure) {
        return switch (failure) {
            case CallRefused refused -> describe(refused);
            case TranscriptRefused refused -> describe(refused);
            case InterviewNotLive _, InterviewNotFound _ ->
                new Failure("interview_not_live", "The interview is not live.");
            case SessionUnavailable _ -> new Failure("session_unavailable", "Please try again in a moment.");
            default -> {
                LOG.error("A message could not be answered", failure);
                yield new Failure("internal", "Something went wrong. Please try again.");
            }
        };
    }

    private static Failure describe(TranscriptRefused refused) {
        var code = refused.reason().name().toLowerCase(Locale.ROOT);
        return switch (refused.reason()) {
            case TRANSCRIPT_CLOSED -> new Failure(code, "The interview takes no more turns.");
            case BAD_TRANSCRIPT -> new Failure(code, "The turns were not accepted.");
            case SESSION_UNAVAILABLE -> new Failure(code, "Please send the turns again in a moment.");
        };
    }

    private static Failure describe(CallRefused refused) {
        var code = refused.reason().name().toLowerCase(Locale.ROOT);
        return switch (refused.reason()) {
            case INVALID_SDP -> new Failure(code, "The offer was not accepted.");
            case PROVIDER_BUSY, PROVIDER_UNAVAILABLE ->
                new Failure(code, "The interviewer cannot be reached. Please try again in a moment.");
        };
    }
}
