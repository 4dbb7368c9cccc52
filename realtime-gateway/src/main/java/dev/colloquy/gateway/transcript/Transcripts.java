package dev.colloquy.gateway.transcript;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.transcript.TranscriptRefused.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Hands turns to session-service: those that the gateway hears itself, and in their name those of clients. */
@ApplicationScoped
public class Transcripts {

    private static final String CLIENT = "client";

    private final TranscriptClient session;
    private final Clock clock;

    Transcripts(@RestClient TranscriptClient session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Completes once the turns are stored, those that were stored before included. Fails with {@link TranscriptRefused}. */
    public Uni<Void> store(InterviewId interview, List<Turn> turns) {
        var entries = turns.stream().map(this::entry).toList();
        return append(interview, new TranscriptClient.Batch(entries, false, CLIENT));
    }

    /** The same for what the gateway has heard, 500 turns at most. */
    public Uni<Void> tell(InterviewId interview, List<Entry> heard) {
        return append(interview, new TranscriptClient.Batch(heard, false, null));
    }

    /** Says that the gateway has told everything. Fails like {@link #store}. */
    public Uni<Void> complete(InterviewId interview) {
        return append(interview, new TranscriptClient.Batch(List.of(), true, null));
    }

    private Uni<Void> append(InterviewId interview, TranscriptClient.Batch batch) {
        return session.append(interview.toString(), batch).onFailure().transform(Transcripts::refusal);
    }

    private Entry entry(Turn turn) {
        return new Entry(
                turn.speaker(),
                turn.text(),
                Objects.requireNonNullElseGet(turn.startedAt(), clock::instant),
                null,
                turn.interrupted(),
                turn.itemId(),
                turn.previousItemId(),
                turn.revision());
    }

    private static TranscriptRefused refusal(Throwable failure) {
        int status = failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
        var reason = switch (status) {
            case 404, 409 -> Reason.TRANSCRIPT_CLOSED;
            case 400, 413 -> Reason.BAD_TRANSCRIPT;
            default -> Reason.SESSION_UNAVAILABLE;
        };
        return new TranscriptRefused(reason, failure);
    }
}
