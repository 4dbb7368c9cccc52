package dev.colloquy.session.transcribing;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.Receipt;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/interviews/{id}/transcript")
class TranscriptResource {

    private final TranscriptService transcripts;
    private final Caller caller;

    TranscriptResource(TranscriptService transcripts, Caller caller) {
        this.transcripts = transcripts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.INTERVIEWEE, Role.CANDIDATE, Role.RECRUITER, Role.REVIEWER})
    public Uni<TranscriptView> read(
            @RestPath UUID id,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("1000") @Min(1) @Max(1000) int size) {
        return transcripts.read(new InterviewId(id), after, size);
    }

    @POST
    @RolesAllowed({Role.INTERVIEWEE, Role.AGENT, Role.SERVICE})
    public Uni<Receipt> append(@RestPath UUID id, @NotNull @Valid TranscriptRequest batch) {
        return transcripts.append(new InterviewId(id), source(batch.source()), batch);
    }

    private Witness source(@Nullable Witness named) {
        if (caller.is(Role.AGENT)) {
            return Witness.AGENT;
        }
        return caller.is(Role.SERVICE) && named != Witness.CLIENT ? Witness.GATEWAY : Witness.CLIENT;
    }
}
