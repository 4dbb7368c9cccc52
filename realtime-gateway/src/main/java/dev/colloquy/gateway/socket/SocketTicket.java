package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.ticket.Ticket;
import dev.colloquy.gateway.ticket.TicketService;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets only the holder of a fresh ticket upgrade, and only from the page the ticket was issued to. */
@ApplicationScoped
class SocketTicket implements HttpUpgradeCheck {

    static final TypedKey<Ticket> TICKET = new TypedKey<>("ticket");

    private static final String PROTOCOL = "colloquy";
    private static final String PREFIX = "ticket.";

    private final TicketService tickets;
    private final SocketConfig config;
    private final Departure departure;

    SocketTicket(TicketService tickets, SocketConfig config, Departure departure) {
        this.tickets = tickets;
        this.config = config;
        this.departure = departure;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (departure.hasBegun()) {
            return CheckResult.rejectUpgrade(503);
        }
        var headers = context.httpRequest().headers();
        var origin = headers.get("Origin");
        if (!isAllowed(headers.getAll("Origin"))) {
            return CheckResult.rejectUpgrade(403);
        }
        return secret(headers.getAll("Sec-WebSocket-Protocol"))
                .map(tickets::redeem)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(ticket -> decide(ticket, origin, context));
    }

    private boolean isAllowed(List<String> origins) {
        return switch (origins.size()) {
            case 0 -> config.allowAbsentOrigin();
            case 1 -> config.allowedOrigins().contains(origins.getFirst());
            default -> false;
        };
    }

    private static Optional<String> secret(List<String> headers) {
        var offered = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        return offered.contains(PROTOCOL)
                ? offered.stream()
                        .filter(protocol -> protocol.startsWith(PREFIX))
                        .map(protocol -> protocol.substring(PREFIX.length()))
                        .findFirst()
                : Optional.empty();
    }

    private static CheckResult decide(Optional<Ticket> ticket, @Nullable String origin, HttpUpgradeContext context) {
        if (ticket.isEmpty()) {
            return CheckResult.rejectUpgradeSync(401);
        }
        if (!Objects.equals(ticket.get().origin(), origin)) {
            return CheckResult.rejectUpgradeSync(403);
        }
        context.userData().put(TICKET, ticket.get());
        return CheckResult.permitUpgradeSync();
    }
}
