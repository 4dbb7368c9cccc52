package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.gateway.journal.Resumption;
import dev.colloquy.gateway.ticket.Ticket;
import dev.colloquy.gateway.ticket.TicketService;
import dev.colloquy.gateway.wire.FloodGuard;
import dev.colloquy.gateway.wire.Wire;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lets only the holder of a fresh ticket upgrade, only from the page the ticket was issued to, and only if there is room. */
@ApplicationScoped
class SocketTicket implements HttpUpgradeCheck {

    static final TypedKey<Admission> ADMISSION = new TypedKey<>("admission");

    private final TicketService tickets;
    private final JournalService journal;
    private final SocketConfig config;
    private final Occupancy occupancy;
    private final Departure departure;
    private final Clock clock;

    SocketTicket(
            TicketService tickets,
            JournalService journal,
            SocketConfig config,
            Occupancy occupancy,
            Departure departure,
            Clock clock) {
        this.tickets = tickets;
        this.journal = journal;
        this.config = config;
        this.occupancy = occupancy;
        this.departure = departure;
        this.clock = clock;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (departure.hasBegun()) {
            return CheckResult.rejectUpgrade(503);
        }
        var request = context.httpRequest();
        if (request.query() != null) {
            return Refusal.TICKET_IN_ADDRESS.answer(request);
        }
        if (!isAllowed(request.headers().getAll("Origin"))) {
            return CheckResult.rejectUpgrade(403);
        }
        return occupancy.isFull() ? Refusal.REPLICA_FULL.answer(request) : redeem(context);
    }

    private boolean isAllowed(List<String> origins) {
        return switch (origins.size()) {
            case 0 -> config.allowAbsentOrigin();
            case 1 -> config.allowedOrigins().contains(origins.getFirst());
            default -> false;
        };
    }

    private Uni<CheckResult> redeem(HttpUpgradeContext context) {
        var handshake = Handshake.of(context.httpRequest().headers().getAll("Sec-WebSocket-Protocol"));
        return handshake
                .ticket()
                .map(tickets::redeem)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(ticket -> decide(ticket, handshake, context));
    }

    private Uni<CheckResult> decide(Optional<Ticket> found, Handshake handshake, HttpUpgradeContext context) {
        if (found.isEmpty()) {
            return CheckResult.rejectUpgrade(401);
        }
        var ticket = found.get();
        if (!Objects.equals(ticket.origin(), context.httpRequest().getHeader("Origin"))) {
            return CheckResult.rejectUpgrade(403);
        }
        return journal.resume(ticket.interview(), ticket.tenant(), handshake.lastSeen())
                .chain(resumption -> admit(ticket, resumption, context));
    }

    private Uni<CheckResult> admit(Ticket ticket, Resumption resumption, HttpUpgradeContext context) {
        if (!occupancy.enter(ticket)) {
            return Refusal.TOO_MANY.answer(context.httpRequest());
        }
        var guard = new FloodGuard(clock, config.messagesPerSecond(), config.burst());
        var wire = Wire.of(context.httpRequest(), guard, clock);
        wire.onEnd(() -> occupancy.leave(ticket));
        context.userData().put(ADMISSION, new Admission(ticket, resumption, wire));
        return CheckResult.permitUpgrade();
    }
}
