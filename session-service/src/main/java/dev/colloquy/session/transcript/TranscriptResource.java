package dev.colloquy.session.transcript;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Witness;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/interviews/{id}/transcript")
class TranscriptResource {

    private final TranscriptService transcripts;
    private final Caller caller;

    TranscriptResource(TranscriptService transcripts, Caller caller) {
        this.transcripts = transcripts;
        this.caller = caller;
    }

    record TranscriptView(List<TurnView> entries) {}

    @GET
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE, Role.RECRUITER, Role.REVIEWER})
    public Uni<TranscriptView> read(@RestPath UUID id) {
        return transcripts.read(new InterviewId(id)).map(transcript -> new TranscriptView(transcript.turns()));
    }

    @POST
    @RolesAllowed({Role.INTERVIEWEE, Role.AGENT, Role.SERVICE})
    public Uni<TranscriptService.Receipt> append(@RestPath UUID id, @NotNull @Valid TranscriptRequest batch) {
        return transcripts.append(new InterviewId(id), source(), batch);
    }

    private Witness source() {
        if (caller.is(Role.AGENT)) {
            return Witness.AGENT;
        }
        return caller.is(Role.SERVICE) ? Witness.GATEWAY : Witness.CLIENT;
    }
}
