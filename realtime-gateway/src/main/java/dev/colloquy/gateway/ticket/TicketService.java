package dev.colloquy.gateway.ticket;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Issues tickets and takes them back, each once. */
@ApplicationScoped
public class TicketService {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    private final TicketRepository tickets;
    private final TicketConfig config;
    private final SecureRandom random = new SecureRandom();

    TicketService(TicketRepository tickets, TicketConfig config) {
        this.tickets = tickets;
        this.config = config;
    }

    Uni<IssuedTicket> issue(InterviewId interview, TenantId tenant, @Nullable String origin) {
        var secret = TicketSecret.random(random);
        return tickets.forgetOld()
                .chain(() -> tickets.insert(secret, interview, tenant, origin, config.lifetime()))
                .map(expiresAt -> new IssuedTicket(secret.text(), expiresAt));
    }

    /** The interview a ticket opens, or nothing when it is malformed, unknown, expired or used already. */
    public Uni<Optional<Ticket>> redeem(String secret) {
        return SHAPE.matcher(secret).matches()
                ? tickets.use(new TicketSecret(secret))
                : Uni.createFrom().item(Optional.empty());
    }

    /** Voids every ticket of an interview. */
    public Uni<Void> revoke(InterviewId interview) {
        return tickets.revoke(interview);
    }

    /** The tenant of an interview for which a ticket was issued lately. */
    public Uni<Optional<TenantId>> findTenant(InterviewId interview) {
        return tickets.findTenant(interview);
    }
}
