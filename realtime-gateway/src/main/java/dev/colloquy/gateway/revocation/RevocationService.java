package dev.colloquy.gateway.revocation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.gateway.ticket.TicketService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves nothing by which a candidate could come back, nor what he was told. */
@ApplicationScoped
class RevocationService {

    private final TicketService tickets;
    private final JournalService journal;

    RevocationService(TicketService tickets, JournalService journal) {
        this.tickets = tickets;
        this.journal = journal;
    }

    @WithTransaction
    Uni<Void> revoke(List<InterviewId> interviews, TenantId tenant) {
        return Multi.createFrom()
                .iterable(interviews)
                .onItem()
                .transformToUniAndConcatenate(
                        interview -> tickets.revoke(interview).chain(() -> journal.forget(interview, tenant)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
