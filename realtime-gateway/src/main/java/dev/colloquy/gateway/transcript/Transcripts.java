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

/** Hands clients' turns to session-service, in the name of the client. */
@ApplicationScoped
public class Transcripts {

    private static final String SOURCE = "client";

    private final TranscriptClient session;
    private final Clock clock;

    Transcripts(@RestClient TranscriptClient session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Completes once the turns are stored, those that were stored before included. Fails with {@link TranscriptRefused}. */
    public Uni<Void> store(InterviewId interview, List<Turn> turns) {
        var entries = turns.stream().map(this::entry).toList();
        return session.append(interview.toString(), new TranscriptClient.Batch(entries, SOURCE))
                .onFailure()
                .transform(Transcripts::refusal);
    }

    private TranscriptClient.Entry entry(Turn turn) {
        return new TranscriptClient.Entry(
                turn.itemId(),
                turn.speaker(),
                turn.text(),
                Objects.requireNonNullElseGet(turn.startedAt(), clock::instant),
                turn.previousItemId(),
                turn.revision(),
                turn.interrupted());
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
